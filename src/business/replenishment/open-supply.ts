import type { OpenSupply } from '#core/canonical/decision-record.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { StoredRecord } from '#core/kernel/records.ts';

/**
 * What open purchase orders still bring, by item, ordered by order and line: also what is requested and no system
 * of record has yet, so that a second plan does not order it again. The date is the last promised, else the first
 * promised, else the requested one.
 */
export function openSupplyOf(
  orders: Iterable<StoredRecord<'purchase-order'>>,
): ReadonlyMap<string, OpenSupply[]> {
  const supply = new Map<string, OpenSupply[]>();
  for (const { id, version, body } of [...orders].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const line of body.lines) {
      if (micros(line.openQuantity) <= 0n) continue;
      const open: OpenSupply = {
        purchaseOrderId: id,
        version,
        lineNumber: line.lineNumber,
        state: body.state,
        openQuantity: line.openQuantity,
        expectedDate: line.lastPromisedDate ?? line.firstPromisedDate ?? line.requestedDate,
      };
      supply.set(line.itemId, [...(supply.get(line.itemId) ?? []), open]);
    }
  }
  return supply;
}
