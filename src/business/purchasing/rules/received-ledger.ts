import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';

/** The ledger with what a receipt brought of its order, in place of what the same receipt said before. */
export function receivedLedger(ledger: OrderLedger, receipt: GoodsReceipt): OrderLedger {
  const lines = ledger.lines.map((line): LedgerLine => {
    const others = line.received.filter(({ receiptId }) => receiptId !== receipt.id);
    const brought = receipt.lines.filter(
      ({ purchaseOrderId, lineNumber }) => purchaseOrderId === ledger.id && lineNumber === line.lineNumber,
    );
    if (brought.length === 0) return { ...line, received: others };
    const good = brought.reduce((sum, part) => sum + micros(part.good.value), ZERO);
    const damaged = brought.reduce((sum, part) => sum + micros(part.damaged), ZERO);
    const { id: receiptId, receivedOn } = receipt;
    const entry = { receiptId, good: decimalText(good), damaged: decimalText(damaged), receivedOn };
    return { ...line, received: [...others, entry].sort(inOrderOfArrival) };
  });
  return { ...ledger, lines };
}

type Received = LedgerLine['received'][number];

const inOrderOfArrival = (a: Received, b: Received): number =>
  `${a.receivedOn}#${a.receiptId}` < `${b.receivedOn}#${b.receiptId}` ? -1 : 1;
