import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { Provenance } from '#core/canonical/provenance.ts';
import { type GoodsReceipt, goodsReceiptSchema } from '#core/canonical/supplier-flow.ts';
import { decimalText, micros, multiply, parseDecimal, ZERO } from '#core/kernel/decimal.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { KnownMasters } from '../master-data/known-masters.ts';
import { type Complete, complete } from '../master-data/rules/incomplete.ts';
import { unconvertible } from '../master-data/rules/unit-mismatch.ts';
import { unknownReferences } from '../master-data/rules/unknown-reference.ts';
import type { SystemGoodsReceipt, SystemGoodsReceiptLine } from './receipt-ports.ts';

/** The id of our record of a receipt of a system. */
export const goodsReceiptId = (system: string, nativeId: string): string => derivedId('gr', system, nativeId);

export interface ReceiptContext {
  readonly masters: KnownMasters;
  /** Ids of our orders by native id. */
  readonly orders: ReadonlyMap<string, { readonly id: string }>;
  readonly provenance: Provenance;
}

/**
 * Our record of a receipt, or the reasons why there can be none. What came for an order that we do not know came for
 * none. A cancelled receipt is one of nothing.
 */
export function goodsReceiptFor(given: SystemGoodsReceipt, context: ReceiptContext): Complete<GoodsReceipt> {
  const faults = [...partnerFaults(given, context.masters), ...given.lines.flatMap(lineFaults(context))];
  if (faults.length > 0) return { reasons: faults.slice(0, 8) };
  const { system } = context.provenance;
  return complete(goodsReceiptSchema, {
    id: goodsReceiptId(system, given.nativeId),
    system,
    number: given.number,
    supplierId: given.supplierId,
    locationId: given.locationId,
    receivedOn: given.receivedOn,
    lines: given.lines.map((line) => lineFor(line, given.state === 'cancelled', context)),
    identifiers: [{ scheme: `${system}:goods-receipt`, value: given.nativeId }],
    provenance: context.provenance,
  });
}

function lineFor(line: SystemGoodsReceiptLine, isCancelled: boolean, context: ReceiptContext): unknown {
  const { itemId, quantity, damaged, orderNativeId, lineNumber } = line;
  const item = context.masters.item(itemId ?? '')?.body;
  const holds = item && quantity.unit ? (baseUnitsIn(item, quantity.unit) ?? ZERO) : ZERO;
  const inBase = (value: bigint): string => decimalText(isCancelled ? ZERO : multiply(value, holds));
  const order = orderNativeId === undefined ? undefined : context.orders.get(orderNativeId);
  return {
    ...(order && { purchaseOrderId: order.id }),
    ...(order && lineNumber !== undefined && { lineNumber }),
    itemId,
    good: { value: inBase(micros(quantity.value) - micros(damaged)), unit: item?.baseUnit },
    damaged: inBase(micros(damaged)),
  };
}

function partnerFaults(
  { supplierId, locationId }: SystemGoodsReceipt,
  masters: KnownMasters,
): readonly string[] {
  if (supplierId === undefined) return ['unknown reference: its supplier is none of ours'];
  if (locationId === undefined) return ['unknown reference: the place it came to is none of ours'];
  return unknownReferences({ supplierId, locationId }, masters);
}

const lineFaults =
  ({ masters }: ReceiptContext) =>
  ({ itemId, quantity, damaged }: SystemGoodsReceiptLine): readonly string[] => {
    if (itemId === undefined) return ['unknown reference: its product is no item of ours'];
    const amounts = [quantity.value, damaged].filter((text) => parseDecimal(text) === undefined);
    if (amounts.length > 0) return amounts.map((text) => `incomplete: ${text} is no quantity`);
    const units =
      quantity.unit === undefined
        ? ['unit mismatch: its unit is none we know']
        : unconvertible(masters, itemId, quantity.unit);
    return [...unknownReferences({ itemId }, masters), ...units];
  };
