import type { Interchange } from '#core/canonical/interchange.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type Correspondent, correspondentOf } from './correspondent.ts';
import { type NotSent, orException } from './not-sent.ts';
import { orderChangeOf, type ToldLine, toldLines } from './order-change-of.ts';
import { orderContextOf } from './order-context-of.ts';
import type { ExchangePorts } from './ports.ts';
import { sendBusinessDocument, sentBefore, sentDocumentId } from './send-business-document.ts';
import { type KnownOrder, namedBy, orderAsKnown, sendPurchaseOrder } from './send-purchase-order.ts';

export interface ChangeToSend {
  readonly orderChangeId: string;
  /** `1` for the first send; anything else that was not used before sends it again (S15). */
  readonly revision?: string;
  readonly correlationId: CorrelationId;
}

/** `nothing`: it needs no telling, or was told by another run, or the partner sees it through the API. */
export type ChangeSent = Interchange | NotSent | 'nothing';

const FIRST = '1';

/**
 * Tell the supplier of a change of an order by EDI (860, ORDCHG).
 * 1. Earlier changes of the order that are still to be told go first, and the order itself before them.
 * 2. Say how each line shall be, and what differs from what the partner was told last.
 * 3. Send it, and commit with it that the change is told.
 * What cannot be sent opens an exception; the message is done with then. Problems: `not-found`, `partner-unknown`.
 */
export async function sendOrderChange(
  ports: ExchangePorts,
  input: ChangeToSend,
): Promise<Result<ChangeSent>> {
  const { orderChangeId, correlationId, revision = FIRST } = input;
  const change = await ports.records.get('order-change', orderChangeId);
  if (!change) return fail(problem('not-found', `there is no order change ${orderChangeId}`));
  if (change.body.telling !== 'requested' && revision === FIRST) {
    const sent = await sentBefore(ports, sentDocumentId('order-change', change.id, FIRST), correlationId);
    return sent.ok ? ok('nothing') : sent;
  }
  const ledger = await ports.records.get('order-ledger', change.body.purchaseOrderId);
  if (ledger && ledger.body.channel !== 'edi') return noteTold(ports, orderChangeId, correlationId);
  const order = await orderAsKnown(ports, change.body.purchaseOrderId);
  if (!order.ok) return order;
  const correspondent = await correspondentOf(ports, order.value.partnerId);
  if (!correspondent.ok) return correspondent;
  const placed = await orderFirst(ports, change.body, correlationId);
  if (!placed.ok) return placed;
  const changes = await changesOf(ports, change.body.purchaseOrderId);
  for (const earlier of changes.filter(
    ({ body }) => body.sequence < change.body.sequence && body.telling === 'requested',
  )) {
    const told = await tell(ports, correspondent.value, order.value, earlier, changes, {
      ...input,
      revision: FIRST,
    });
    if (!told.ok || 'notSent' in told.value) return told;
  }
  return tell(ports, correspondent.value, order.value, change, changes, { ...input, revision });
}

/** The partner knows the order before it hears of a change. */
async function orderFirst(
  ports: ExchangePorts,
  { purchaseOrderId }: OrderChangeRecord,
  correlationId: CorrelationId,
): Promise<Result<unknown>> {
  const documentId = sentDocumentId('purchase-order', purchaseOrderId, FIRST);
  const sent = await sentBefore(ports, documentId, correlationId);
  if (!sent.ok || sent.value) return sent;
  return sendPurchaseOrder(ports, { purchaseOrderId, correlationId });
}

async function changesOf(
  { records }: Pick<ExchangePorts, 'records'>,
  purchaseOrderId: string,
): Promise<readonly StoredRecord<'order-change'>[]> {
  const query = { list: 'changes-by-order', scope: purchaseOrderId, limit: 1000 } as const;
  return (await records.list('order-change', query)).entries;
}

async function tell(
  ports: ExchangePorts,
  correspondent: Correspondent,
  { document: order }: KnownOrder,
  change: StoredRecord<'order-change'>,
  all: readonly StoredRecord<'order-change'>[],
  { correlationId, revision = FIRST }: ChangeToSend,
): Promise<Result<Interchange | NotSent>> {
  const { sequence } = change.body;
  const earlier = all
    .map(({ body }) => body)
    .filter((one) => one.sequence < sequence && one.telling !== 'none');
  const told = await toldBefore(ports, order.id, order, earlier);
  const document = orderChangeOf(order, change.body, told, dateOfInstant(change.body.requestedAt));
  const itemIds = document.lines.map(({ itemId }) => itemId);
  const context = await orderContextOf(ports, correspondent, { ...namedBy(order), itemIds });
  const { number: orderNumber, id: purchaseOrderId, supplierId } = order;
  const sent = await sendBusinessDocument(ports, correspondent, {
    kind: 'order-change',
    document,
    context: { ...context, changeQuantities: correspondent.agreement.changeQuantities },
    cause: change.id,
    revision,
    about: { number: `${orderNumber}-${sequence}`.slice(0, 80), orderNumber, purchaseOrderId },
    correlationId,
    also: () => toldChange(ports, change.id),
  });
  const about = { purchaseOrderId, orderNumber, supplierId, orderChangeId: change.id };
  const what = `change ${sequence} of order ${orderNumber}`;
  return orException(ports, correspondent, { what, cause: change.id, about, correlationId }, sent);
}

/** The lines as the partner knows them: from the order as it was sent, where it was. */
async function toldBefore(
  { records, objects }: Pick<ExchangePorts, 'records' | 'objects'>,
  purchaseOrderId: string,
  order: KnownOrder['document'],
  earlier: readonly OrderChangeRecord[],
): Promise<ReadonlyMap<number, ToldLine>> {
  const sent = await records.get(
    'partner-document',
    sentDocumentId('purchase-order', purchaseOrderId, FIRST),
  );
  const read = sent && (await readPartnerDocument(objects, sent.body, 'purchase-order'));
  return toldLines(read?.ok ? read.value : order, earlier);
}

/** The change as told, with the event; nothing when it is told already. */
async function toldChange(
  { records }: Pick<ExchangePorts, 'records'>,
  id: string,
): Promise<readonly AnyChange[]> {
  const stored = await records.get('order-change', id);
  if (stored?.body.telling !== 'requested') return [];
  const body: OrderChangeRecord = { ...stored.body, telling: 'sent' };
  const { purchaseOrderId, posting, telling } = body;
  const data = { orderChangeId: id, purchaseOrderId, posting, telling };
  return [
    {
      type: 'order-change',
      id,
      expect: stored.version,
      body,
      events: [{ name: 'order-change-settled', data }],
    },
  ];
}

/** The partner reads changes through the API: once decided they are told. */
const noteTold = (
  ports: ExchangePorts,
  id: string,
  correlationId: CorrelationId,
): Promise<Result<'nothing'>> =>
  decideAgain(async () => {
    const changes = await toldChange(ports, id);
    if (changes.length === 0) return ok('nothing');
    const committed = await ports.records.commit({ changes, correlationId });
    return committed.ok ? ok('nothing') : committed;
  });
