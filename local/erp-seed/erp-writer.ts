import * as z from 'zod';
import { type TrytonClient, trytonClient } from '#adapters/tryton/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';

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
