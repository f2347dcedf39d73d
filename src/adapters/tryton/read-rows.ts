import * as z from 'zod';
import { ok, type Result } from '#core/kernel/result.ts';
import type { CallContext, TrytonClient } from './client.ts';

/** What to read of one model. */
export interface Reading<Row> {
  readonly model: string;
  readonly domain: readonly unknown[];
  /** With dots for what another record says: `default_uom.symbol` comes as `'default_uom.': { symbol }`. */
  readonly fields: readonly string[];
  readonly row: z.ZodType<Row>;
  readonly context?: CallContext;
}

const PAGE = 500;

/** Rows in pages, by ascending id: what is written meanwhile moves none of them to another page. */
export async function* rowPages<Row extends { readonly id: number }>(
  client: TrytonClient,
  { model, domain, fields, row, context = {} }: Reading<Row>,
): AsyncGenerator<Result<readonly Row[]>> {
  let last = 0;
  for (;;) {
    const page = await client.read({
      method: `model.${model}.search_read`,
      params: [[domain, ['id', '>', last]], 0, PAGE, [['id', 'ASC']], fields],
      answer: z.array(row),
      context,
    });
    if (!page.ok || page.value.length > 0) yield page;
    if (!page.ok || page.value.length < PAGE) return;
    last = page.value.at(-1)?.id ?? last;
  }
}

/** All rows at once: for what there is little of. */
export async function allRows<Row extends { readonly id: number }>(
  client: TrytonClient,
  reading: Reading<Row>,
): Promise<Result<readonly Row[]>> {
  const rows: Row[] = [];
  for await (const page of rowPages(client, reading)) {
    if (!page.ok) return page;
    rows.push(...page.value);
  }
  return ok(rows);
}

/** Inactive records too. */
export const withInactive: CallContext = { active_test: false };
