import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { ExceptionDraft } from '../../exceptions/open-exception.ts';
import { inWords } from '../../replenishment/units.ts';
import { lineCause } from './answer-exceptions.ts';
import { stakeOf } from './shipment-exceptions.ts';
import { totalReceived, totalShipped } from './shipped-ledger.ts';

/**
 * What receiving is asked about what a receipt brought of one order: damaged goods, and more or less than was
 * announced; where the supplier announces nothing, more than was ordered. `ledger` counts the receipt.
 */
export function receiptExceptions(
  ledger: OrderLedger,
  receipt: GoodsReceipt,
  announces: boolean,
): readonly ExceptionDraft[] {
  const numbers = new Set(
    receipt.lines.filter((line) => line.purchaseOrderId === ledger.id).map(({ lineNumber }) => lineNumber),
  );
  return ledger.lines
    .filter(({ lineNumber }) => numbers.has(lineNumber))
    .flatMap((line) => differs(ledger, line, receipt, announces));
}

function differs(
  ledger: OrderLedger,
  line: LedgerLine,
  receipt: GoodsReceipt,
  announces: boolean,
): readonly ExceptionDraft[] {
  const { unit, value } = line.baseQuantity;
  const [came, announced] = [totalReceived(line), totalShipped(line)];
  const damaged = line.received.reduce((sum, entry) => sum + micros(entry.damaged), ZERO);
  const isAnnounced = announces && announced > ZERO;
  const expected = isAnnounced ? announced : micros(value);
  // Without an announcement nobody said that it would all come at once.
  const off = came > expected || (isAnnounced && came < expected) ? distance(came, expected) : ZERO;
  if (off === ZERO && damaged === ZERO) return [];
  const row = {
    what: isAnnounced ? 'quantity announced' : 'quantity ordered',
    expected: inWords(expected, unit),
    received: inWords(came, unit),
  };
  return [
    {
      kind: 'receipt-differs',
      cause: lineCause(ledger.id, line.lineNumber),
      title: `Line ${line.lineNumber} (${line.itemId}) of ${ledger.orderNumber}: ${words(off, damaged, came > expected)}.`,
      about: { ...aboutOf(ledger, receipt), lineNumber: line.lineNumber, itemId: line.itemId },
      evidence: [
        ...(off > ZERO ? [row] : []),
        ...(damaged > ZERO
          ? [{ what: 'damaged', expected: inWords(ZERO, unit), received: inWords(damaged, unit) }]
          : []),
      ],
      atStake: stakeOf(ledger, line, off + damaged),
    },
  ];
}

const distance = (a: Micros, b: Micros): Micros => (a > b ? a - b : b - a);

const words = (off: Micros, damaged: Micros, isMore: boolean): string =>
  [
    ...(off > ZERO ? [isMore ? 'more arrived than expected' : 'less arrived than announced'] : []),
    ...(damaged > ZERO ? ['goods arrived damaged'] : []),
  ].join(', ');

const aboutOf = (ledger: OrderLedger, receipt: GoodsReceipt): ExceptionDraft['about'] => ({
  supplierId: ledger.supplierId,
  ...(ledger.partnerId && { partnerId: ledger.partnerId }),
  purchaseOrderId: ledger.id,
  orderNumber: ledger.orderNumber,
  goodsReceiptId: receipt.id,
});

/** What of a receipt of one order nobody had announced, though the supplier announces its shipments. */
export function unannouncedReceipt(ledger: OrderLedger, receipt: GoodsReceipt): readonly ExceptionDraft[] {
  const unannounced = ledger.lines.filter(
    (line) => line.shipped.length === 0 && line.received.some(({ receiptId }) => receiptId === receipt.id),
  );
  if (unannounced.length === 0) return [];
  return [
    {
      kind: 'receipt-unannounced',
      cause: [ledger.id, receipt.id],
      title:
        `Receipt ${receipt.number}: goods of ${ledger.orderNumber} arrived that were not announced.`.slice(
          0,
          300,
        ),
      about: aboutOf(ledger, receipt),
      evidence: unannounced.slice(0, 50).map((line) => ({
        what: `line ${line.lineNumber} ${line.itemId}`.slice(0, 80),
        expected: 'a ship notice',
        received: inWords(totalReceived(line), line.baseQuantity.unit),
      })),
    },
  ];
}

/** What of a receipt is for no order at all. */
export function unorderedReceipt(receipt: GoodsReceipt): readonly ExceptionDraft[] {
  const unordered = receipt.lines.filter((line) => line.purchaseOrderId === undefined);
  if (unordered.length === 0) return [];
  return [
    {
      kind: 'receipt-unannounced',
      cause: [receipt.id],
      title: `Receipt ${receipt.number}: goods arrived that nobody ordered.`.slice(0, 300),
      about: { supplierId: receipt.supplierId, goodsReceiptId: receipt.id },
      evidence: unordered.slice(0, 50).map(({ itemId, good }) => ({
        what: itemId.slice(0, 80),
        expected: 'an order',
        received: inWords(micros(good.value), good.unit),
      })),
    },
  ];
}
