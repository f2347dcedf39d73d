import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import { changeInWords } from './too-late.ts';

/** What a buyer is told when the supplier refuses a change: the order stands as it was with the supplier. */
export const refusedChange = (
  { id, supplierId, partnerId, orderNumber }: OrderLedger,
  change: OrderChangeRecord,
  lineNumbers: readonly number[],
  partnerDocumentId: string,
): ExceptionDraft => ({
  kind: 'change-not-possible',
  cause: [id, change.id],
  title: `The supplier refuses change ${change.sequence} of ${orderNumber}: with it the order stands as it was.`,
  about: {
    supplierId,
    ...(partnerId && { partnerId }),
    purchaseOrderId: id,
    orderNumber,
    orderChangeId: change.id,
    partnerDocumentId,
  },
  evidence: change.lines
    .filter(({ lineNumber }) => lineNumbers.includes(lineNumber))
    .slice(0, 50)
    .map((line) => ({
      what: `Line ${line.lineNumber} (${line.itemId})`.slice(0, 80),
      expected: changeInWords(line),
      received: 'refused',
    })),
});
