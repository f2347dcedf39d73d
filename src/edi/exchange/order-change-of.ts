import type { ChangedOrderLine, ChangedValue, OrderChange } from '#core/canonical/order-change.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';

/** A line as the partner was told of it last. */
export type ToldLine = Pick<
  PurchaseOrderLine,
  'lineNumber' | 'itemId' | 'quantity' | 'price' | 'requestedDate'
>;

type ChangedLine = OrderChangeRecord['lines'][number];

/** The lines of an order as its partner knows them: as it was sent, and every change that was told since. */
export function toldLines(
  sent: Pick<PurchaseOrder, 'lines'>,
  changes: readonly OrderChangeRecord[],
): ReadonlyMap<number, ToldLine> {
  const told = new Map<number, ToldLine>(sent.lines.map((line) => [line.lineNumber, line]));
  for (const line of changes.flatMap(({ lines }) => lines)) {
    const before = told.get(line.lineNumber);
    if (line.action === 'cancel') told.delete(line.lineNumber);
    else if (before) told.set(line.lineNumber, { ...before, ...statedIn(line) });
  }
  return told;
}

const statedIn = ({ itemId, quantity, price, requestedDate }: ChangedLine) => ({
  itemId,
  ...(quantity && { quantity }),
  ...(price && { price }),
  ...(requestedDate !== undefined && { requestedDate }),
});

/**
 * A decided change as the partner is told it: every changed line as it shall be, and what of it differs from what the
 * partner was told last. Where no line is left the whole order is cancelled.
 */
export function orderChangeOf(
  order: PurchaseOrder & { readonly number: string },
  change: OrderChangeRecord,
  told: ReadonlyMap<number, ToldLine>,
  changedOn: string,
): OrderChange {
  const lines = change.lines.flatMap((line) => changedLine(order, line, told.get(line.lineNumber)));
  const cancelled = new Set(
    change.lines.flatMap((line) => (line.action === 'cancel' ? [line.lineNumber] : [])),
  );
  const isWhole = cancelled.size > 0 && [...told.keys()].every((number) => cancelled.has(number));
  return {
    purpose: isWhole ? 'cancellation' : 'change',
    order: { number: order.number, date: order.orderDate },
    sequence: change.sequence,
    changedOn,
    currency: order.total.currency,
    reason: change.reason,
    lines: isWhole ? [] : lines,
  };
}

function changedLine(
  order: PurchaseOrder,
  line: ChangedLine,
  told: ToldLine | undefined,
): ChangedOrderLine[] {
  const { lineNumber, itemId } = line;
  if (line.action === 'cancel') return [{ action: 'delete', lineNumber, itemId }];
  const known = told ?? order.lines.find((one) => one.lineNumber === lineNumber);
  const quantity = line.quantity ?? known?.quantity;
  const price = line.price ?? known?.price;
  const requestedDate = line.requestedDate ?? known?.requestedDate;
  if (!quantity || !price || requestedDate === undefined) return [];
  const shall = { lineNumber, itemId, quantity, price, requestedDate };
  if (!told || line.action === 'add') return [{ action: 'add', ...shall }];
  if (told.itemId !== itemId) return [{ action: 'replace', ...shall }];
  const changes = differing(line, told);
  const isSameUnit = told.quantity.unit === quantity.unit;
  return [
    { action: 'change', ...shall, changes, ...(isSameUnit && { previousQuantity: told.quantity.value }) },
  ];
}

/** What differs; where nothing does, what the change is about. */
function differing({ quantity, price, requestedDate }: ChangedLine, told: ToldLine): ChangedValue[] {
  const named: ChangedValue[] = [];
  if (quantity) named.push('quantity');
  if (price) named.push('price');
  if (requestedDate !== undefined) named.push('dates');
  const different = named.filter((value) => {
    if (value === 'quantity')
      return quantity?.value !== told.quantity.value || quantity.unit !== told.quantity.unit;
    if (value === 'price') return JSON.stringify(price) !== JSON.stringify(told.price);
    return requestedDate !== told.requestedDate;
  });
  if (different.length > 0) return different;
  return named.length > 0 ? named : ['quantity'];
}
