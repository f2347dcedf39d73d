import type { LedgerLine, OrderChangeRecord, OrderLedger } from '#core/canonical/order-ledger.ts';
import { type ChangedLine, samePrice, sameQuantity } from './order-differences.ts';

/**
 * The changes of an order that its supplier has not heard of: neither decided here before, nor what it answered
 * itself. `earlier` are the changes that were decided here.
 */
export function newsToSupplier(
  changes: readonly ChangedLine[],
  ledger: OrderLedger,
  earlier: readonly OrderChangeRecord[],
): readonly ChangedLine[] {
  const decided = earlier.flatMap(({ lines }) => lines);
  return changes.flatMap((change): readonly ChangedLine[] => {
    const line = ledger.lines.find(({ lineNumber, itemId }) => isSame(change, { lineNumber, itemId }));
    const left = without(change, [...decided.filter((other) => isSame(other, change)), ...answeredBy(line)]);
    return left ? [left] : [];
  });
}

type Named = Pick<ChangedLine, 'lineNumber' | 'itemId'>;
const isSame = (a: Named, b: Named): boolean => a.lineNumber === b.lineNumber && a.itemId === b.itemId;

/** What is left of a change once what others say already is taken out of it. */
function without(change: ChangedLine, others: readonly ChangedLine[]): ChangedLine | undefined {
  if (change.action !== 'change')
    return others.some(({ action }) => action === change.action) ? undefined : change;
  const { quantity, price, requestedDate, ...named } = change;
  const left = {
    ...(quantity && !others.some((other) => other.quantity && sameQuantity(other.quantity, quantity))
      ? { quantity }
      : {}),
    ...(price && !others.some((other) => other.price && samePrice(other.price, price)) ? { price } : {}),
    ...(requestedDate && !others.some((other) => other.requestedDate === requestedDate)
      ? { requestedDate }
      : {}),
  };
  return Object.keys(left).length === 0 ? undefined : { ...named, ...left };
}

/** What the supplier said of a line, as if it were a change. */
function answeredBy(line: LedgerLine | undefined): readonly ChangedLine[] {
  if (!line?.answer) return [];
  const { lineNumber, itemId, quantity: ordered, answer } = line;
  const { quantity, price, deliveryDate, outcomes } = answer;
  if (outcomes.includes('rejected')) return [{ lineNumber, itemId, action: 'cancel' }];
  return [
    {
      lineNumber,
      itemId,
      action: 'change',
      ...(quantity && { quantity: { value: quantity, unit: ordered.unit } }),
      ...(price && { price }),
      ...(deliveryDate && { requestedDate: deliveryDate }),
    },
  ];
}
