import type { LedgerLine, OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import { newLine, promisesOf } from './new-ledger.ts';

export type ChangedLine = OrderChangeRecord['lines'][number];

/** What the system of record now says otherwise than the ledger, by line; empty where they agree. */
export function orderDifferences(ledger: OrderLedger, order: PurchaseOrder): readonly ChangedLine[] {
  const now = new Map(order.state === 'cancelled' ? [] : order.lines.map((line) => [keyOf(line), line]));
  const known = new Set(ledger.lines.filter(({ cancelled }) => !cancelled).map(keyOf));
  const gone = ledger.lines
    .filter((line) => !line.cancelled && !now.has(keyOf(line)))
    .map(({ lineNumber, itemId }): ChangedLine => ({ lineNumber, itemId, action: 'cancel' }));
  const added = [...now.values()]
    .filter((line) => !known.has(keyOf(line)))
    .map((line): ChangedLine => ({ ...wanted(line), action: 'add' }));
  const changed = ledger.lines.flatMap((line): readonly ChangedLine[] => {
    const after = line.cancelled ? undefined : now.get(keyOf(line));
    return after ? changedLine(line, after) : [];
  });
  return [...changed, ...gone, ...added];
}

function changedLine(before: LedgerLine, after: PurchaseOrderLine): readonly ChangedLine[] {
  const { lineNumber, itemId, quantity, price, requestedDate } = after;
  const differing = {
    ...(sameQuantity(before.quantity, quantity) ? {} : { quantity }),
    ...(samePrice(before.price, price) ? {} : { price }),
    ...(before.requestedDate === requestedDate ? {} : { requestedDate }),
  };
  return Object.keys(differing).length === 0 ? [] : [{ lineNumber, itemId, action: 'change', ...differing }];
}

/** The ledger with the lines as the system of record has them. What happened to each line stays with it. */
export function withOrderLines(ledger: OrderLedger, order: PurchaseOrder): OrderLedger {
  const now = new Map(order.lines.map((line) => [keyOf(line), line]));
  const kept = ledger.lines.map((line): LedgerLine => {
    const after = now.get(keyOf(line));
    if (!after || order.state === 'cancelled') return { ...line, cancelled: true };
    const { quantity, baseQuantity, price, requestedDate } = after;
    const promised = ledger.channel === 'none' ? promisesOf(after) : {};
    return { ...line, quantity, baseQuantity, price, requestedDate, ...promised, cancelled: false };
  });
  const known = new Set(ledger.lines.map(keyOf));
  const added = order.lines.filter((line) => !known.has(keyOf(line)));
  return {
    ...ledger,
    cancelled: order.state === 'cancelled',
    lines: [...kept, ...added.map((line) => newLine(line, ledger.channel))],
  };
}

/** The same number and the same item: a line that was given another item is a new one. */
const keyOf = ({ lineNumber, itemId }: Pick<LedgerLine, 'lineNumber' | 'itemId'>): string =>
  `${lineNumber}#${itemId}`;

const wanted = ({ lineNumber, itemId, quantity, price, requestedDate }: PurchaseOrderLine) => ({
  lineNumber,
  itemId,
  quantity,
  price,
  requestedDate,
});

export const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit && micros(a.value) === micros(b.value);

/** Of two prices in the same unit: 12.50 for a hundred is 0.125 for one. */
export const samePrice = (a: Price, b: Price): boolean =>
  a.currency === b.currency &&
  a.per.unit === b.per.unit &&
  micros(a.amount) * micros(b.per.value) === micros(b.amount) * micros(a.per.value);
