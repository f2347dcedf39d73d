import type { Distributor } from './distributor.ts';
import { type ErpToSeed, type ErpWriter, writerTo } from './erp-writer.ts';
import { findFoundations } from './foundations.ts';
import { seedItems } from './seed-items.ts';
import { seedOpenOrders } from './seed-open-orders.ts';
import { seedSites } from './seed-sites.ts';
import { seedStock } from './seed-stock.ts';
import { seedSuppliers } from './seed-suppliers.ts';

/**
 * Fill an empty ERP with a distributor. An ERP that has its suppliers already is left as it is; the answer says
 * whether anything was written.
 */
export async function seedErp(erp: ErpToSeed, content: Distributor, today: string): Promise<boolean> {
  const writer = writerTo(erp);
  if (await isSeeded(writer, content)) return false;
  const foundations = await findFoundations(writer);
  const sites = await seedSites(writer, foundations, content.sites);
  const suppliers = await seedSuppliers(writer, content.suppliers);
  const items = await seedItems(writer, foundations, content.items, suppliers);
  await seedStock(writer, foundations, content.stock, { items, sites, today });
  await seedOpenOrders(writer, foundations, content, { items, sites, suppliers, today });
  return true;
}

/** The orders are written last: where they are, everything is. */
async function isSeeded(erp: ErpWriter, { suppliers, openOrders }: Distributor): Promise<boolean> {
  const references = openOrders.map(({ reference }) => reference);
  const orders = await erp.search('purchase.purchase', [['reference', 'in', references]]);
  if (orders.length === openOrders.length) return true;
  const known = await erp.search('party.party', [['code', 'in', suppliers.map(({ code }) => code)]]);
  if (known.length === 0) return false;
  throw new Error('The ERP was filled half-way by an earlier run. Start it on a fresh copy of its template.');
}
