import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { AcknowledgedLine } from '#core/canonical/order-acknowledgement.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';

/** What a buyer is asked where an answer has lines that are on no line of the order; none where it has none. */
export function strangersException(
  { id, supplierId, partnerId, orderNumber }: OrderLedger,
  strangers: readonly AcknowledgedLine[],
  partnerDocumentId: string,
): readonly ExceptionDraft[] {
  if (strangers.length === 0) return [];
  return [
    {
      kind: 'answer-contradicts',
      cause: [id, 'strangers'],
      title: `The answer to ${orderNumber} has lines that were not ordered.`,
      about: {
        supplierId,
        ...(partnerId && { partnerId }),
        purchaseOrderId: id,
        orderNumber,
        partnerDocumentId,
      },
      evidence: strangers.slice(0, 50).map(({ lineNumber, item }) => ({
        what: `line ${lineNumber ?? 'without a number'}`,
        expected: 'nothing',
        received: item
          .map(({ value }) => value)
          .join(' ')
          .slice(0, 300),
      })),
    },
  ];
}
