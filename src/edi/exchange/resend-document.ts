import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';
import { type ChangeSent, sendOrderChange } from './send-order-change.ts';
import { sendPurchaseOrder } from './send-purchase-order.ts';

type Decided = StoredRecord<'exception'>;

/**
 * Send what an exception is about once more, because somebody decided so: the order or its change as it is now,
 * under new control numbers (S15). A retry of the same decision finds what it sent. Problems: `not-found` for what is
 * neither, and those of sending.
 */
export async function resendDocument(ports: ExchangePorts, exception: Decided): Promise<Result<ChangeSent>> {
  const { id, correlationId, body } = exception;
  const revision = derivedId('rs', id, body.resolution?.at ?? '');
  const document = await documentOf(ports, exception);
  const orderChangeId = body.about.orderChangeId ?? (await changeOf(ports, document));
  if (orderChangeId !== undefined) {
    return sendOrderChange(ports, { orderChangeId, revision, correlationId });
  }
  const purchaseOrderId = document?.purchaseOrderId ?? body.about.purchaseOrderId;
  const isOrder = document === undefined || document.kind === 'purchase-order';
  if (purchaseOrderId === undefined || !isOrder) {
    return fail(problem('not-found', `exception ${id} is about no order and no change that could be sent`));
  }
  return sendPurchaseOrder(ports, { purchaseOrderId, revision, correlationId });
}

/** The document that did not arrive, where the exception names one. */
async function documentOf(
  { records }: ExchangePorts,
  { body }: Decided,
): Promise<PartnerDocument | undefined> {
  const { partnerDocumentId } = body.about;
  const stored =
    partnerDocumentId === undefined ? undefined : await records.get('partner-document', partnerDocumentId);
  return stored?.body.direction === 'out' ? stored.body : undefined;
}

/** The change that a document told of: it was sent as the number of the order and its place among the changes. */
async function changeOf(
  { records }: ExchangePorts,
  document: PartnerDocument | undefined,
): Promise<string | undefined> {
  const { kind, purchaseOrderId: scope, orderNumber, number } = document ?? {};
  if (kind !== 'order-change' || scope === undefined) return undefined;
  const changes = await records.list('order-change', { list: 'changes-by-order', scope, limit: 1000 });
  return changes.entries.find(({ body }) => `${orderNumber}-${body.sequence}`.slice(0, 80) === number)?.id;
}
