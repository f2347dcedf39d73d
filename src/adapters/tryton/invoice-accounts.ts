import * as z from 'zod';
import { ok, type Result } from '#core/kernel/result.ts';
import type { TrytonClient } from './client.ts';

const changed = z.looseObject({ account: z.int().nullish() });

/** What the ERP itself would book each product on, as it answers whoever types an invoice. By the product's number. */
export async function productAccounts(
  client: TrytonClient,
  numbers: readonly number[],
  on: { readonly company: number; readonly party: number; readonly currency: number },
): Promise<Result<ReadonlyMap<number, number>>> {
  const accounts = new Map<number, number>();
  for (const product of new Set(numbers)) {
    const line = { id: -1, type: 'line', invoice_type: 'in', product, quantity: 1, taxes: [], ...on };
    const answer = await client.read({
      method: 'model.account.invoice.line.on_change_product',
      params: [line],
      answer: changed,
    });
    if (!answer.ok) return answer;
    if (typeof answer.value.account === 'number') accounts.set(product, answer.value.account);
  }
  return ok(accounts);
}

const configuration = z.array(z.object({ default_category_account_expense: z.int().nullable() }));

/** The account of what is no product, by the ERP's own configuration; undefined when it names none. */
export async function expenseAccount(client: TrytonClient): Promise<Result<number | undefined>> {
  const rows = await client.read({
    method: 'model.account.configuration.search_read',
    params: [[], 0, 1, null, ['default_category_account_expense']],
    answer: configuration,
  });
  return rows.ok ? ok(rows.value[0]?.default_category_account_expense ?? undefined) : rows;
}

const payable = z.looseObject({ account: z.int().nullish(), invoice_address: z.int().nullish() });

/** What the ERP owes a supplier on, and where its invoices come from. */
export async function payableOf(
  client: TrytonClient,
  on: { readonly company: number; readonly party: number; readonly currency: number },
): Promise<Result<z.infer<typeof payable>>> {
  return client.read({
    method: 'model.account.invoice.on_change_party',
    params: [{ id: -1, type: 'in', ...on }],
    answer: payable,
  });
}

/** The journal of supplier invoices. */
export async function expenseJournal(client: TrytonClient): Promise<Result<number | undefined>> {
  const found = await client.read({
    method: 'model.account.journal.search',
    params: [[['type', '=', 'expense']], 0, 1, [['id', 'ASC']]],
    answer: z.array(z.int()),
  });
  return found.ok ? ok(found.value[0]) : found;
}
