import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { VENV } from '../bootstrap/places.mjs';
import type { SeededItem } from '../erp-seed/distributor.ts';
import { environmentOf } from '../process/environment.ts';
import { choosePort } from '../process/ports.ts';
import type { RunFolder } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import { untilAnswers } from '../process/until-answers.ts';
import { codeOf, type EdiSupplier, OUR_ADDRESS } from './edi-supplier.ts';

const READY_WITHIN_SECONDS = 20;
const PLENTY = 1_000_000;
/** Days from order to delivery. */
const LEAD_DAYS = 2;

/** A supplier at work: what is put into `drop` is read by it, what it sends appears in `pickup`. */
export interface RunningSupplier {
  readonly supplier: EdiSupplier;
  readonly url: string;
  readonly drop: string;
  readonly pickup: string;
}

export interface SupplierOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly supplier: EdiSupplier;
  /** What it sells, at the prices we know. */
  readonly items: readonly SeededItem[];
}

/** Start mock-edi, an independent trading partner, as one supplier with its catalog and us as its customer. */
export async function startMockEdi({
  supervisor,
  run,
  supplier,
  items,
}: SupplierOptions): Promise<RunningSupplier> {
  const folder = join(run.data, 'suppliers', supplier.partnerId);
  const [drop, pickup] = [join(folder, 'in'), join(folder, 'out')];
  for (const made of [drop, pickup]) mkdirSync(made, { recursive: true });
  const database = join(folder, 'seller.db');
  seedCatalog(database, supplier, items);
  const port = await choosePort(undefined, `the supplier ${supplier.name}`, '--cloud-port');
  const child = supervisor.start({
    name: `the supplier ${supplier.name} (mock-edi)`,
    command: join(VENV, 'bin', 'python'),
    args: [
      ...['-m', 'mockedi', '--host', '127.0.0.1', '--port', String(port), '--db', database],
      ...['--as2-id', supplier.address.id, '--qualifier', supplier.address.qualifier],
      ...['--name', supplier.name, '--drop-dir', drop, '--pickup-dir', pickup],
      ...['--drop-settle-ms', '0', '--drop-interval-ms', '200', '--allow-duplicates', '-q'],
    ],
    env: environmentOf({ PYTHONUNBUFFERED: '1' }),
    log: join(run.logs, `${supplier.partnerId}.log`),
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(child, READY_WITHIN_SECONDS, async () => (await fetch(`${url}/_mock/health`)).ok);
  return { supplier, url, drop, pickup };
}

/** Its own database, with us as its customer and its own prices: it makes what else it needs. */
function seedCatalog(file: string, supplier: EdiSupplier, items: readonly SeededItem[]): void {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT NOT NULL, qualifier TEXT NOT NULL DEFAULT 'ZZ',
      dialect TEXT NOT NULL DEFAULT 'X12', version TEXT NOT NULL DEFAULT '004010',
      behaviour TEXT NOT NULL DEFAULT 'accept', test INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE catalog (sku TEXT PRIMARY KEY, description TEXT NOT NULL, upc TEXT NOT NULL DEFAULT '',
      price TEXT NOT NULL, uom TEXT NOT NULL DEFAULT 'EA', in_stock INTEGER NOT NULL DEFAULT 0,
      lead_days INTEGER NOT NULL DEFAULT 3);`);
  const [dialect, version] = supplier.standard === 'x12' ? ['X12', '004010'] : ['EDIFACT', 'D:96A:UN'];
  database
    .prepare(
      'INSERT INTO partner (id, name, qualifier, dialect, version, behaviour, test) VALUES (?,?,?,?,?,?,0)',
    )
    .run(OUR_ADDRESS.id, 'Harbour & Hill', OUR_ADDRESS.qualifier, dialect, version, 'accept');
  const add = database.prepare(
    'INSERT INTO catalog (sku, description, price, uom, in_stock, lead_days) VALUES (?,?,?,?,?,?)',
  );
  const sold = items.filter((item) => item.supplier === supplier.supplier);
  sold.forEach((item, index) => {
    const unit = item.holds > 1 ? 'CA' : 'EA';
    add.run(
      codeOf(supplier, item.code, index),
      item.name,
      priceOf(item, index, supplier),
      unit,
      stockOf(index, supplier),
      LEAD_DAYS,
    );
  });
  database.close();
}

const stockOf = (index: number, { scarce }: EdiSupplier): number =>
  scarce && isNth(index, scarce.everyNth) ? scarce.inStock : PLENTY;

const isNth = (index: number, n: number): boolean => index % n === n - 1;

/** The price we know, or the supplier's new one. */
function priceOf({ cents }: SeededItem, index: number, { dearer }: EdiSupplier): string {
  const factor = dearer && isNth(index, dearer.everyNth) ? 1 + dearer.percent / 100 : 1;
  return (Math.round(cents * factor) / 100).toFixed(2);
}
