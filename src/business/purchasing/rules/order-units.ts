import { baseUnitsIn, type CountedItem } from '#core/canonical/base-units.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { StatedPrice, StatedQuantity } from '#core/canonical/trade.ts';
import { decimalText, type Micros, micros, multiply, ZERO } from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import type { Quantity, UnitCode } from '#core/kernel/quantity.ts';
import type { BasedPrice } from './tolerance.ts';

/** A unit that is no pack of the item and measures nothing its base unit does. */
export interface UnitConflict {
  readonly conflict: UnitCode;
}

export const isConflict = (value: object): value is UnitConflict => 'conflict' in value;

/** A stated amount in the item's base unit; where no unit is stated, the order's holds. */
export function inBase(
  { value, unit }: StatedQuantity,
  item: CountedItem,
  orderUnit: UnitCode,
): { readonly base: Micros } | UnitConflict {
  const holds = baseUnitsIn(item, unit ?? orderUnit);
  return holds === undefined ? { conflict: unit ?? orderUnit } : { base: multiply(micros(value), holds) };
}

/** A stated price for so many base units. A price for none of it is no price. */
export function basedPrice(
  { amount, per }: StatedPrice | Price,
  item: CountedItem,
  orderUnit: UnitCode,
): BasedPrice | UnitConflict {
  const based = inBase(per, item, orderUnit);
  if (isConflict(based)) return based;
  return { amount: micros(amount), per: based.base };
}

/** So many base units in the order's unit where that says it exactly, else in the base unit. */
export function inOrderUnit(base: Micros, { quantity, baseQuantity }: LedgerLine): Quantity {
  const [ordered, orderedBase] = [micros(quantity.value), micros(baseQuantity.value)];
  const scaled = base * ordered;
  if (orderedBase !== ZERO && scaled % orderedBase === 0n)
    return { value: decimalText(scaled / orderedBase), unit: quantity.unit };
  return { value: decimalText(base), unit: baseQuantity.unit };
}
