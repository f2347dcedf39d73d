import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from './open-exception.ts';
import type { ExceptionPorts } from './ports.ts';

/** What was to be posted. */
export type RefusedPosting =
  | { readonly what: 'purchase-order'; readonly id: string }
  | { readonly what: 'order-change'; readonly id: string }
  | { readonly what: 'invoice'; readonly id: string };

/**
 * Open an exception for what a system of record will not take, in its own words. What is no longer refused opens
 * nothing: the message came late.
 */
export const notePostingRefused = (
  ports: ExceptionPorts,
  refused: RefusedPosting & { readonly correlationId: CorrelationId },
): Promise<Result<void>> =>
  decideAgain(async () => {
    const draft = await draftOf(ports.records, refused);
    const change = draft && (await exceptionChange(ports, draft));
    if (!change) return ok(undefined);
    return ports.records.commit({ changes: [change], correlationId: refused.correlationId });
  });

function draftOf(records: Records, refused: RefusedPosting): Promise<ExceptionDraft | undefined> {
  if (refused.what === 'purchase-order') return ofOrder(records, refused.id);
  return refused.what === 'order-change' ? ofChange(records, refused.id) : ofInvoice(records, refused.id);
}

async function ofOrder(records: Records, id: string): Promise<ExceptionDraft | undefined> {
  const order = (await records.get('purchase-order', id))?.body;
  if (order?.state !== 'refused') return undefined;
  const { supplierId, system, refusal, total } = order;
  const about = { purchaseOrderId: id, supplierId };
  return { ...draft({ what: 'order', id, about, system, refusal }), atStake: total };
}

async function ofChange(records: Records, id: string): Promise<ExceptionDraft | undefined> {
  const change = (await records.get('order-change', id))?.body;
  if (change?.posting !== 'refused') return undefined;
  const { purchaseOrderId, system, refusal } = change;
  const about = { orderChangeId: id, purchaseOrderId };
  // What the ERP does not allow in an order's state is the buyer's to repair there.
  return { ...draft({ what: 'change of order', id, about, system, refusal }), kind: 'change-refused' };
}

async function ofInvoice(records: Records, id: string): Promise<ExceptionDraft | undefined> {
  const invoice = (await records.get('invoice', id))?.body;
  if (invoice?.state !== 'refused') return undefined;
  const { supplierId, partnerId, system, refusal, total, currency } = invoice;
  const about = { invoiceId: id, supplierId, partnerId };
  return { ...draft({ what: 'invoice', id, about, system, refusal }), atStake: { amount: total, currency } };
}

interface Refusal {
  readonly what: string;
  readonly id: string;
  readonly about: ExceptionDraft['about'];
  readonly system: string;
  readonly refusal: string | undefined;
}

const draft = ({ what, id, about, system, refusal = 'no reason given' }: Refusal): ExceptionDraft => ({
  kind: 'posting-refused',
  cause: [id],
  title: `${system} refuses the ${what} ${id}`.slice(0, 300),
  about,
  evidence: [{ what: 'reason', received: refusal.slice(0, 300) }],
});
