import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { InvoiceToBook, SystemDocument } from '#platform/posting/system-of-record.ts';
import type { TrytonClient } from './client.ts';
import {
  asDocument,
  type InvoiceRow,
  invoiceState,
  isSameTotal,
  readInvoice,
  unlessChanged,
} from './invoice-state.ts';
import { allRows, type Reading } from './read-rows.ts';

/**
 * Book a draft.
 * 1. Its total, with taxes as the ERP computes them, must be the stated one.
 * 2. What the ERP has prepared by itself for the same order lines goes: booking ours has it prepare what is left.
 * 3. Post, unless it was written since it was read.
 */
export async function bookInvoice(
  client: TrytonClient,
  nativeId: string,
  { invoice }: InvoiceToBook,
): Promise<Result<SystemDocument>> {
  const read = await readInvoice(client, nativeId);
  if (!read.ok) return read;
  const draft = read.value;
  if (!draft) return refused(`There is no invoice ${nativeId} in the ERP.`);
  if (invoiceState(draft) === 'confirmed') return ok(asDocument(draft));
  if (invoiceState(draft) === 'cancelled') return refused(`Invoice ${nativeId} is cancelled in the ERP.`);
  if (!isSameTotal(draft.total_amount, invoice.total)) {
    const sums = `The ERP computes ${draft.total_amount} ${invoice.currency}, taxes included`;
    return refused(`${sums}, and the invoice states ${invoice.total} ${invoice.currency}.`);
  }
  const cleared = await clearPrepared(client, draft);
  if (!cleared.ok) return cleared;
  const posted = await client.write({
    method: 'model.account.invoice.post',
    params: [[draft.id]],
    answer: z.unknown(),
    context: unlessChanged(draft),
  });
  if (!posted.ok && posted.problem.code !== 'system-refused') return posted;
  // Who comes second is told that it may not: the outcome is read.
  const after = await readInvoice(client, nativeId);
  if (!after.ok) return fail(problem('outcome-unknown', `Invoice ${nativeId} cannot be read again.`));
  if (after.value && invoiceState(after.value) === 'confirmed') return ok(asDocument(after.value));
  return posted.ok ? refused(`Invoice ${nativeId} was not posted by the ERP.`) : posted;
}

/** Delete a draft. The ERP prepares anew what is then to be invoiced. */
export async function deleteInvoice(client: TrytonClient, nativeId: string): Promise<Result<void>> {
  const read = await readInvoice(client, nativeId);
  if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
  const state = invoiceState(read.value);
  if (state === 'cancelled') return ok(undefined);
  if (state === 'confirmed') return refused(`Invoice ${read.value.number ?? nativeId} is in the books.`);
  return remove(client, 'account.invoice', [read.value.id], unlessChanged(read.value));
}

const lineRow = z.object({
  id: z.int(),
  origin: z.string().nullable(),
  'invoice.': z.object({ id: z.int(), reference: z.string().nullable(), lines: z.array(z.int()) }).nullable(),
});
type LineRow = z.infer<typeof lineRow>;

const lines = (domain: readonly unknown[]): Reading<LineRow> => ({
  model: 'account.invoice.line',
  domain,
  fields: ['origin', 'invoice.reference', 'invoice.lines'],
  row: lineRow,
});

/**
 * Remove the drafts that the ERP has prepared for the order lines of this one, as it does itself when an order is
 * amended: with them beside ours it would take the lines for invoiced twice. What somebody has written a supplier's
 * number on stays.
 */
async function clearPrepared(client: TrytonClient, draft: InvoiceRow): Promise<Result<void>> {
  const own = await allRows(client, lines([['invoice', '=', draft.id]]));
  if (!own.ok) return own;
  const origins = own.value.flatMap(({ origin }) => (origin?.startsWith('purchase.line,') ? [origin] : []));
  if (origins.length === 0) return ok(undefined);
  const domain = [
    ['origin', 'in', origins],
    ['invoice', '!=', draft.id],
    ['invoice.state', '=', 'draft'],
    ['invoice.reference', '=', null],
  ];
  const prepared = await allRows(client, lines(domain));
  if (!prepared.ok) return prepared;
  const going = new Set(prepared.value.map(({ id }) => id));
  const isEmptied = ({ 'invoice.': invoice }: LineRow): boolean =>
    invoice?.lines.every((id) => going.has(id)) ?? false;
  const whole = [...new Set(prepared.value.filter(isEmptied).flatMap((row) => row['invoice.']?.id ?? []))];
  const single = prepared.value.filter((row) => !isEmptied(row)).map(({ id }) => id);
  const removed = single.length > 0 ? await remove(client, 'account.invoice.line', single) : ok(undefined);
  if (!removed.ok) return removed;
  return whole.length > 0 ? remove(client, 'account.invoice', whole) : ok(undefined);
}

async function remove(
  client: TrytonClient,
  model: string,
  ids: readonly number[],
  context = {},
): Promise<Result<void>> {
  const removed = await client.write({
    ...{ method: `model.${model}.delete`, params: [ids], answer: z.unknown(), context },
  });
  return removed.ok ? ok(undefined) : removed;
}

const refused = (detail: string) => fail(problem('system-refused', detail));
