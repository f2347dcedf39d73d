import * as z from 'zod';
import { type TrytonClient, trytonClient } from '#adapters/tryton/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Distributor } from './distributor.ts';
import { findFoundations } from './foundations.ts';
import { seedItems } from './seed-items.ts';
import { seedOpenOrders } from './seed-open-orders.ts';
import { seedSites } from './seed-sites.ts';
import { seedStock } from './seed-stock.ts';
import { seedSuppliers } from './seed-suppliers.ts';

export interface ErpToSeed {
  readonly url: string;
  readonly database: string;
  /** Whoever may set up master data. */
  readonly admin: { readonly user: string; readonly password: string };
}

/** Writes into the ERP through its own API; whatever it refuses is thrown in its words. */
export interface ErpWriter {
  create(model: string, values: readonly object[]): Promise<number[]>;
  call(model: string, method: string, ...params: readonly unknown[]): Promise<unknown>;
  search(model: string, domain: readonly unknown[]): Promise<number[]>;
}

/** Values written at once: few enough for one answer to come in time. */
const BATCH = 50;

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

/** The ERP as its administrator writes to it. */
export function writerTo({ url, database, admin }: ErpToSeed): ErpWriter {
  const client: TrytonClient = trytonClient({
    endpoint: url,
    database,
    credential: admin,
    clock: systemClock,
    answerWithinMs: 120_000,
  });
  const call = async (model: string, method: string, ...params: readonly unknown[]): Promise<unknown> =>
    unwrap(await client.write({ method: `model.${model}.${method}`, params, answer: z.unknown() }));
  return {
    call,
    async create(model, values) {
      const ids: number[] = [];
      for (let start = 0; start < values.length; start += BATCH) {
        const created = await call(model, 'create', values.slice(start, start + BATCH));
        ids.push(...z.array(z.int()).parse(created));
      }
      return ids;
    },
    async search(model, domain) {
      const found = await client.read({
        method: `model.${model}.search`,
        params: [domain, 0, 1000, null],
        answer: z.array(z.int()),
      });
      return unwrap(found);
    },
  };
}
