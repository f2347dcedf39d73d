import { ok, type Result } from '#core/kernel/result.ts';
import type { FinancePorts } from './ports.ts';
import { rematchInvoice } from './rematch-invoice.ts';

/** As many are looked at in one sweep; the next sweep goes on. */
const A_SWEEP = 200;

/**
 * Block the invoices whose goods did not come in time: the only thing that blocks an invoice that was ahead of its
 * receipt. Each is matched once more first. Answers how many were looked at. Problems: those of `rematchInvoice`.
 */
export async function blockOverdueInvoices(
  ports: FinancePorts,
): Promise<Result<{ readonly invoices: number }>> {
  const now = ports.clock.now();
  const { entries } = await ports.records.list('invoice', { list: 'invoices-due', limit: A_SWEEP });
  const overdue = entries.filter(({ body }) => body.dueAt !== undefined && body.dueAt <= now);
  for (const { id, correlationId } of overdue) {
    const matched = await rematchInvoice(ports, { invoiceId: id, correlationId });
    if (!matched.ok) return matched;
  }
  return ok({ invoices: overdue.length });
}
