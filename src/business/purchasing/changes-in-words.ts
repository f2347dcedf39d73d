import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Money, Price } from '#core/kernel/money.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';

/** What is different about an order, a sentence each, for those who read its history; empty when nothing is. */
export function changesInWords(before: PurchaseOrder, after: PurchaseOrder): readonly string[] {
  return [
    ...said('The order', 'is', before, after, ({ state }) => state.replace('_', ' ')),
    ...said('The order', 'has the number', before, after, ({ number }) => number),
    ...said('The supplier', 'is', before, after, ({ supplierId }) => supplierId),
    ...said('The place of delivery', 'is', before, after, ({ locationId }) => locationId),
    ...said('The order', 'is dated', before, after, ({ orderDate }) => orderDate),
    ...lineChanges(before.lines, after.lines),
    ...said('The total', 'is', before, after, ({ total }) => moneyText(total)),
  ];
}

function lineChanges(
  before: readonly PurchaseOrderLine[],
  after: readonly PurchaseOrderLine[],
): readonly string[] {
  const [earlier, later] = [byKey(before), byKey(after)];
  const gone = before
    .filter((line) => !later.has(keyOf(line)))
    .map((line) => `${nameOf(line)} is no longer on the order.`);
  const others = after.flatMap((line) => {
    const known = earlier.get(keyOf(line));
    return known
      ? changesOfLine(known, line)
      : [`${nameOf(line)} is new: ${quantityText(line.quantity)} at ${priceText(line.price)}.`];
  });
  return [...gone, ...others];
}

const changesOfLine = (before: PurchaseOrderLine, after: PurchaseOrderLine): readonly string[] => {
  const name = nameOf(after);
  return [
    ...said(name, 'is for', before, after, ({ quantity }) => quantityText(quantity)),
    ...said(name, 'has open', before, after, ({ openQuantity, baseQuantity: { unit } }) =>
      quantityText({ value: openQuantity, unit }),
    ),
    ...said(name, 'costs', before, after, ({ price }) => priceText(price)),
    ...said(name, 'is asked for by', before, after, ({ requestedDate }) => requestedDate),
    ...said(name, 'is promised for', before, after, (line) => line.lastPromisedDate),
  ];
};

/** `The order is part received, before confirmed.` */
function said<T>(
  what: string,
  verb: string,
  before: T,
  after: T,
  textOf: (value: T) => string | undefined,
): readonly string[] {
  const [was, is] = [textOf(before), textOf(after)];
  if (was === is || is === undefined) return [];
  return [`${what} ${verb} ${is}${was === undefined ? '' : `, before ${was}`}.`];
}

const keyOf = ({ lineNumber, itemId }: PurchaseOrderLine): string => `${lineNumber} ${itemId}`;
const byKey = (lines: readonly PurchaseOrderLine[]) => new Map(lines.map((line) => [keyOf(line), line]));
const nameOf = ({ lineNumber, itemId }: PurchaseOrderLine): string => `Line ${lineNumber} (${itemId})`;
const quantityText = ({ value, unit }: Quantity): string => inWords(micros(value), unit);
const moneyText = ({ amount, currency }: Money): string => `${amount} ${currency}`;
const priceText = ({ amount, currency, per }: Price): string =>
  `${amount} ${currency} for ${quantityText(per)}`;
