import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import { decimalText, type Micros, maximum, micros, minimum, ZERO } from '#core/kernel/decimal.ts';
import type { ShippedLine } from './judge-shipment.ts';

/**
 * The ledger with what a notice ships, in place of what the same notice said before; shipments whose place another
 * took count no more.
 */
export function shippedLedger(
  ledger: OrderLedger,
  documentId: string,
  shipped: readonly ShippedLine[],
  replaced: ReadonlySet<string>,
): OrderLedger {
  const byLine = new Map(shipped.map((line) => [line.lineNumber, line]));
  const lines = ledger.lines.map((line): LedgerLine => {
    const now = byLine.get(line.lineNumber);
    const others = line.shipped.filter(
      (entry) => entry.documentId !== documentId && !replaced.has(entry.documentId),
    );
    if (!now) return { ...line, shipped: others };
    const { quantity, shippedOn, expectedOn } = now;
    const entry = {
      documentId,
      quantity: decimalText(quantity),
      ...(shippedOn && { shippedOn }),
      ...(expectedOn && { expectedOn }),
    };
    return { ...line, shipped: [...others, entry].sort(inShippingOrder) };
  });
  return { ...ledger, lines };
}

type Shipped = LedgerLine['shipped'][number];

const inShippingOrder = (a: Shipped, b: Shipped): number =>
  `${a.shippedOn ?? ''}#${a.documentId}` < `${b.shippedOn ?? ''}#${b.documentId}` ? -1 : 1;

export const totalShipped = ({ shipped }: LedgerLine): Micros =>
  shipped.reduce((sum, { quantity }) => sum + micros(quantity), ZERO);

/** What arrived, in whatever state. */
export const totalReceived = ({ received }: LedgerLine): Micros =>
  received.reduce((sum, { good, damaged }) => sum + micros(good) + micros(damaged), ZERO);

/** How much of each shipment of a line has arrived: the first shipped first. */
export function receivedByShipment(line: LedgerLine): ReadonlyMap<string, Micros> {
  let left = totalReceived(line);
  const arrived = new Map<string, Micros>();
  for (const { documentId, quantity } of line.shipped) {
    const part = maximum(ZERO, minimum(left, micros(quantity)));
    arrived.set(documentId, part);
    left -= part;
  }
  return arrived;
}
