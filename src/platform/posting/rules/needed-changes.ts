import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import type { AllowedChanges, OrderStanding, PurchaseOrderChange } from '../system-of-record.ts';

type ChangedLine = OrderChangeRecord['lines'][number];

/** Something a system must allow, and the line that needs it. */
export interface NeededChange {
  readonly what: PurchaseOrderChange;
  readonly lineNumber: number;
}

/** What a decided change asks of the order as we know it: only what is really different. */
export function neededChanges(order: PurchaseOrder, { lines }: OrderChangeRecord): readonly NeededChange[] {
  return lines.flatMap((line) => {
    const { action, lineNumber } = line;
    if (action === 'add') return [{ what: 'add-line', lineNumber }];
    if (action === 'cancel') return [{ what: 'cancel-line', lineNumber }];
    const known = order.lines.find((candidate) => candidate.lineNumber === lineNumber);
    return known ? differences(known, line).map((what) => ({ what, lineNumber })) : [];
  });
}

function differences(known: PurchaseOrderLine, wanted: ChangedLine): readonly PurchaseOrderChange[] {
  const { itemId, quantity, price, requestedDate } = wanted;
  return [
    ...(itemId === known.itemId ? [] : (['item'] as const)),
    ...(!quantity || isSameQuantity(quantity, known.quantity) ? [] : (['quantity'] as const)),
    ...(!price || isSamePrice(price, known.price) ? [] : (['price'] as const)),
    ...(!requestedDate || requestedDate === known.requestedDate ? [] : (['dates'] as const)),
  ];
}

const isSameQuantity = (a: Quantity, b: Quantity): boolean => a.unit === b.unit && a.value === b.value;

/** 12.50 for 100 is 0.125 for 1. */
const isSamePrice = (a: Price, b: Price): boolean =>
  a.currency === b.currency &&
  a.per.unit === b.per.unit &&
  micros(a.amount) * micros(b.per.value) === micros(b.amount) * micros(a.per.value);

/** How far an order has come, by what our record says of it. */
export function standingOf({ state }: PurchaseOrder): OrderStanding {
  switch (state) {
    case 'requested':
    case 'refused':
      return 'draft';
    default:
      return state;
  }
}

const inWords: { readonly [C in PurchaseOrderChange]: string } = {
  quantity: 'another quantity',
  price: 'another price',
  item: 'another item',
  dates: 'another date',
  'add-line': 'a new line',
  'cancel-line': 'cancelling a line',
  cancel: 'cancelling the order',
};

/** Why a system will not have a change; undefined when it allows everything the change needs. */
export function notAllowed(
  system: string,
  allowed: AllowedChanges,
  order: PurchaseOrder,
  change: OrderChangeRecord,
): string | undefined {
  const lost = change.lines.find(
    ({ action, lineNumber }) =>
      action !== 'add' && order.lines.every((line) => line.lineNumber !== lineNumber),
  );
  if (lost) return `The order has no line ${lost.lineNumber}.`;
  const standing = standingOf(order);
  const refused = neededChanges(order, change).filter(({ what }) => !allowed[standing].includes(what));
  if (refused.length === 0) return undefined;
  const named = refused.map(({ what, lineNumber }) => `${inWords[what]} (line ${lineNumber})`);
  return `${system} allows an order that is ${standing.replace('_', ' ')} no more: ${named.join(', ')}.`.slice(
    0,
    900,
  );
}
