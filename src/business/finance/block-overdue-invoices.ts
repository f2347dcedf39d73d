import type { StoredRecord } from '#core/kernel/records.ts';
import { type Failure, ok, type Result } from '#core/kernel/result.ts';
import { listAll } from '../replenishment/list-all.ts';
import type { FinancePorts } from './ports.ts';
import { rematchInvoice } from './rematch-invoice.ts';

/** As many are looked at in one sweep; the next sweep goes on. */
const MOST_A_SWEEP = 200;

/**
 * Block the invoices whose goods did not come in time: the only thing that blocks an invoice that was ahead of its
 * receipt. Each is matched once more first; one that cannot be keeps no other from being found. Answers how many were
 * looked at, or the first problem: those of `rematchInvoice`.
 */
export async function blockOverdueInvoices(
  ports: FinancePorts,
): Promise<Result<{ readonly invoices: number }>> {
  const now = ports.clock.now();
  const overdue: StoredRecord<'invoice'>[] = [];
  for await (const invoice of listAll(ports.records, 'invoice', 'invoices-due')) {
    if ((invoice.body.dueAt ?? now) > now || overdue.length === MOST_A_SWEEP) break;
    overdue.push(invoice);
  }
  let stuck: Failure | undefined;
  for (const { id, correlationId } of overdue) {
    const matched = await rematchInvoice(ports, { invoiceId: id, correlationId });
    if (!matched.ok) stuck ??= matched;
  }
  return stuck ?? ok({ invoices: overdue.length });
}
