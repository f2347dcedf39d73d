import { DatabaseSync } from 'node:sqlite';

/** One item the seller has: its number, the GTIN, and the price of one unit. */
export interface SellersItem {
  readonly sku: string;
  readonly gtin: string;
  readonly price: string;
  readonly inStock: number;
}

/** A buyer the seller knows: by the id on the interchange, and the standard it is answered in. */
export interface SellersCustomer {
  readonly id: string;
  readonly qualifier: string;
  readonly standard: 'x12' | 'edifact';
}

/** Write the file mock-edi starts from (`--db`): it makes the other tables itself, and no demo data where a partner is. */
export function writeSellersDatabase(
  path: string,
  customer: SellersCustomer,
  items: readonly SellersItem[],
): void {
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT NOT NULL, qualifier TEXT NOT NULL, dialect TEXT NOT NULL,
      version TEXT NOT NULL, test INTEGER NOT NULL);
    CREATE TABLE catalog (sku TEXT PRIMARY KEY, description TEXT NOT NULL, upc TEXT NOT NULL, price TEXT NOT NULL,
      uom TEXT NOT NULL, in_stock INTEGER NOT NULL, lead_days INTEGER NOT NULL);`);
  const [dialect, version] = customer.standard === 'x12' ? ['X12', '004010'] : ['EDIFACT', 'D:96A:UN'];
  database
    .prepare('INSERT INTO partner VALUES (?, ?, ?, ?, ?, 1)')
    .run(customer.id, 'The buyer', customer.qualifier, dialect, version);
  const insert = database.prepare("INSERT INTO catalog VALUES (?, 'as sold', ?, ?, 'EA', ?, 3)");
  for (const { sku, gtin, price, inStock } of items) insert.run(sku, gtin, price, inStock);
  database.close();
}
