import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';
import { lineCause } from './answer-exceptions.ts';
import { stakeOf } from './shipment-exceptions.ts';
import { totalReceived, totalShipped } from './shipped-ledger.ts';

/**
 * What receiving is asked about lines of an order as they stand now, whichever came first, goods or notice: damaged
 * goods, more or less than was announced, and goods nobody announced. Where the supplier announces nothing, only
 * more than was ordered is told.
 */
export function receiptExceptions(
  ledger: OrderLedger,
  lineNumbers: readonly number[],
  announces: boolean,
): readonly ExceptionDraft[] {
  const arrived = ledger.lines.filter(
    ({ lineNumber, received }) => lineNumbers.includes(lineNumber) && received.length > 0,
  );
  return [
    ...arrived.flatMap((line) => differs(ledger, line, announces)),
    ...(announces ? receiptsOf(arrived).flatMap((receiptId) => unannounced(ledger, receiptId)) : []),
  ];
}

/** What tells those exceptions from others of their kinds. */
export const receiptCauses = (
  { id, lines }: OrderLedger,
  lineNumbers: readonly number[],
): readonly (readonly string[])[] => {
  const looked = lines.filter(({ lineNumber }) => lineNumbers.includes(lineNumber));
  return [
    ...looked.map(({ lineNumber }) => lineCause(id, lineNumber)),
    ...receiptsOf(looked).map((receiptId) => [id, receiptId]),
  ];
};

const receiptsOf = (lines: readonly LedgerLine[]): readonly string[] =>
  [...new Set(lines.flatMap(({ received }) => received.map(({ receiptId }) => receiptId)))].sort();

function differs(ledger: OrderLedger, line: LedgerLine, announces: boolean): readonly ExceptionDraft[] {
  const { unit, value } = line.baseQuantity;
  const [came, announced] = [totalReceived(line), totalShipped(line)];
  const damaged = line.received.reduce((sum, entry) => sum + micros(entry.damaged), ZERO);
  const isAnnounced = announces && announced > ZERO;
  const expected = isAnnounced ? announced : micros(value);
  // Without an announcement nobody said that it would all come at once.
  const off = came > expected || (isAnnounced && came < expected) ? distance(came, expected) : ZERO;
  if (off === ZERO && damaged === ZERO) return [];
  const what = isAnnounced ? 'quantity announced' : 'quantity ordered';
  const row = { what, expected: inWords(expected, unit), received: inWords(came, unit) };
  const broken = { what: 'damaged', expected: inWords(ZERO, unit), received: inWords(damaged, unit) };
  const { lineNumber, itemId } = line;
  return [
    {
      kind: 'receipt-differs',
      cause: lineCause(ledger.id, lineNumber),
      title: `Line ${lineNumber} (${itemId}) of ${ledger.orderNumber}: ${words(off, damaged, came > expected)}.`,
      about: { ...aboutOf(ledger, line.received.at(-1)?.receiptId), lineNumber, itemId },
      evidence: [...(off > ZERO ? [row] : []), ...(damaged > ZERO ? [broken] : [])],
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

const aboutOf = (
  { id, supplierId, partnerId, orderNumber }: OrderLedger,
  goodsReceiptId: string | undefined,
): ExceptionDraft['about'] => ({
  supplierId,
  ...(partnerId && { partnerId }),
  purchaseOrderId: id,
  orderNumber,
  ...(goodsReceiptId && { goodsReceiptId }),
});

/** What of a receipt of one order nobody had announced. */
function unannounced(ledger: OrderLedger, receiptId: string): readonly ExceptionDraft[] {
  const lines = ledger.lines.filter(
    (line) => line.shipped.length === 0 && line.received.some((entry) => entry.receiptId === receiptId),
  );
  if (lines.length === 0) return [];
  return [
    {
      kind: 'receipt-unannounced',
      cause: [ledger.id, receiptId],
      title: `Goods of ${ledger.orderNumber} arrived that were not announced.`,
      about: aboutOf(ledger, receiptId),
      evidence: lines.slice(0, 50).map((line) => ({
        what: `line ${line.lineNumber} ${line.itemId}`.slice(0, 80),
        expected: 'a ship notice',
        received: inWords(broughtBy(receiptId, line), line.baseQuantity.unit),
      })),
    },
  ];
}

const broughtBy = (id: string, { received }: LedgerLine): Micros =>
  received
    .filter(({ receiptId }) => receiptId === id)
    .reduce((sum, { good, damaged }) => sum + micros(good) + micros(damaged), ZERO);

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
