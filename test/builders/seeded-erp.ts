import * as z from 'zod';
import { type TrytonClient, trytonClient } from '#adapters/tryton/client.ts';
import { masterDataOf } from '#adapters/tryton/master-data-source.ts';
import { entities } from '#business/master-data/ports.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { unwrap } from '#core/kernel/result.ts';
import { distributor } from '#local/erp-seed/distributor.ts';
import { seedErp } from '#local/erp-seed/seed-erp.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';

/** The ERP that tests share: filled once, by whoever comes first. */
export const content = distributor(7, 'small');

export interface TestErp {
  readonly url: string;
  readonly database: string;
  readonly company: number;
  readonly credential: { readonly user: string; readonly password: string };
  readonly admin: { readonly user: string; readonly password: string };
}

function given(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: these tests need the real ERP that npm test starts.`);
}

export const testErp = (): TestErp => ({
  url: given('CROSSDOCK_ERP_URL'),
  database: given('CROSSDOCK_ERP_DATABASE'),
  company: Number(given('CROSSDOCK_ERP_COMPANY')),
  credential: { user: given('CROSSDOCK_ERP_USER'), password: given('CROSSDOCK_ERP_PASSWORD') },
  admin: { user: given('CROSSDOCK_ERP_ADMIN_USER'), password: given('CROSSDOCK_ERP_ADMIN_PASSWORD') },
});

/** A client of the ERP, by another way or as somebody else if said so. */
export const clientOf = (
  { url, database, company, credential }: TestErp,
  differing: Partial<Pick<TestErp, 'url' | 'credential'>> & { answerWithinMs?: number } = {},
): TrytonClient =>
  trytonClient({
    endpoint: differing.url ?? url,
    database,
    company,
    credential: differing.credential ?? credential,
    clock: systemClock,
    ...(differing.answerWithinMs === undefined ? {} : { answerWithinMs: differing.answerWithinMs }),
  });

/** The ERP, filled with the small distributor. */
export async function seededErp(): Promise<TestErp> {
  const erp = testErp();
  await seedErp(erp, content, dateOfInstant(systemClock.now()));
  return erp;
}

/** Records in memory with everything the ERP has. */
export async function syncedRecords(erp: TestErp): Promise<MemoryRecords> {
  const records = memoryRecords();
  const source = masterDataOf({
    system: 'tryton',
    company: erp.company,
    client: clientOf(erp),
    clock: systemClock,
  });
  unwrap(
    await syncMasterData(
      { source, records, clock: systemClock },
      { entities: [...entities], correlationId: 'cor-test-sync' },
    ),
  );
  return records;
}

/** What the ERP's administrator does by hand. */
export function administrator(erp: TestErp) {
  const client = clientOf(erp, { credential: erp.admin, answerWithinMs: 60_000 });
  return {
    create: async (model: string, values: object): Promise<number> => {
      const params = [[values]];
      const made = await client.write({
        method: `model.${model}.create`,
        params,
        answer: z.tuple([z.int()]),
      });
      return unwrap(made)[0];
    },
    call: async (model: string, method: string, ...params: readonly unknown[]): Promise<unknown> =>
      unwrap(await client.write({ method: `model.${model}.${method}`, params, answer: z.unknown() })),
    search: async (model: string, domain: readonly unknown[]): Promise<number[]> =>
      unwrap(
        await client.read({
          method: `model.${model}.search`,
          params: [domain, 0, 1000, [['id', 'ASC']]],
          answer: z.array(z.int()),
          context: { active_test: false },
        }),
      ),
    read: async (
      model: string,
      ids: readonly number[],
      fields: readonly string[],
    ): Promise<Record<string, unknown>[]> =>
      unwrap(
        await client.read({
          method: `model.${model}.read`,
          params: [ids, fields],
          answer: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
  };
}
export type Administrator = ReturnType<typeof administrator>;

/** A product nobody may buy, and one that is gone: made once, without stock, so that no other test meets them. */
export async function unbuyableProduct(
  admin: Administrator,
  code: 'TST-BLOCKED' | 'TST-GONE',
): Promise<number> {
  const [known] = await admin.search('product.product', [['code', '=', code]]);
  if (known !== undefined) return known;
  const [unit] = await admin.search('product.uom', [['symbol', '=', 'u']]);
  const isGone = code === 'TST-GONE';
  const template = await admin.create('product.template', {
    name: isGone ? 'Withdrawn Kettle' : 'Recalled Kettle',
    type: 'goods',
    default_uom: unit,
    purchasable: isGone,
    ...(isGone ? { purchase_uom: unit } : {}),
    products: [['create', [{ suffix_code: code }]]],
  });
  const [product = 0] = await admin.search('product.product', [['template', '=', template]]);
  if (isGone) {
    await admin.call('product.product', 'write', [product], { active: false });
    await admin.call('product.template', 'write', [template], { active: false });
  }
  return product;
}
