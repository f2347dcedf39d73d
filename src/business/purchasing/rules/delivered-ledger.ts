import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { answerDueAt } from './new-ledger.ts';

type Delivery = NonNullable<OrderLedger['told']>['delivery'];

const deliveries: { readonly [S in PartnerDocument['state']]?: Delivery } = {
  sent: 'sent',
  delivered: 'delivered',
  refused: 'refused',
};

/** The ledger once a document of ours was sent, arrived or was refused (S15). */
export function deliveredLedger(
  ledger: OrderLedger,
  { id, at, state }: PartnerDocument,
  agreement: PartnerAgreement | undefined,
): OrderLedger {
  const delivery = deliveries[state];
  const { told, answer } = ledger;
  const isNews = told?.documentId !== id;
  if (delivery === undefined || (isNews && told && told.at > at)) return ledger;
  const after = { ...ledger, told: { documentId: id, at, delivery } };
  if (answer.state !== 'awaiting') return after;
  if (delivery === 'refused') {
    const { dueAt: _stopped, ...stopped } = answer;
    return { ...after, answer: stopped };
  }
  if (!isNews || !agreement) return after;
  const { overdueSince: _again, ...running } = answer;
  return { ...after, answer: { ...running, dueAt: answerDueAt(at, agreement) } };
}

/** What the EDI coordinator is asked when a partner refuses an order or a change. */
export function refusedDelivery(
  { id: purchaseOrderId, orderNumber }: Pick<OrderLedger, 'id' | 'orderNumber'>,
  { id, kind, partnerId, supplierId, findings, edi }: PartnerDocument,
): ExceptionDraft {
  return {
    kind: 'acknowledgement-rejecting',
    cause: [id],
    title: `${partnerId} refuses the ${kind.replaceAll('-', ' ')} for ${orderNumber}: it counts as not delivered.`,
    about: {
      partnerId,
      supplierId,
      purchaseOrderId,
      orderNumber,
      partnerDocumentId: id,
      ...(edi && { interchangeId: edi.interchangeId }),
    },
    evidence: findings
      .slice(-20)
      .map(({ at, message }) => ({ what: (at || 'finding').slice(0, 80), received: message.slice(0, 300) })),
  };
}
