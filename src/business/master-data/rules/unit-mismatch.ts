import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { InventoryPosition } from '#core/canonical/inventory.ts';
import type { Item } from '#core/canonical/item.ts';
import type { SupplierTerms } from '#core/canonical/supplier.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { KnownMasters } from '../known-masters.ts';

/** A pack holds something, is not the base unit itself, and holds one amount only. */
export function packFaults({ baseUnit, packs }: Item): readonly string[] {
  return packs.flatMap(({ unit, holds }, at) => {
    if (micros(holds) <= 0n) return [`unit mismatch: a pack ${unit} that holds ${holds}`];
    if (unit === baseUnit && holds !== '1') return [`unit mismatch: a pack of the base unit ${unit}`];
    const earlier = packs.slice(0, at).find((other) => other.unit === unit);
    if (!earlier || micros(earlier.holds) === micros(holds)) return [];
    return [`conflicting: pack ${unit} holds ${earlier.holds} and ${holds}`];
  });
}

/** What is ordered, and what the price is for, can be counted in the item's base unit. */
export function termsUnitFaults(
  { itemId, orderUnit, price }: SupplierTerms,
  masters: KnownMasters,
): readonly string[] {
  const units = new Set<UnitCode>([orderUnit, price.per.unit]);
  return [...units].flatMap((unit) => unconvertible(masters, itemId, unit));
}

/** Why a unit says nothing about an item: it is neither its base unit nor a pack, nor in the same dimension. */
export function unconvertible(masters: KnownMasters, itemId: string, unit: UnitCode): readonly string[] {
  const item = masters.item(itemId);
  if (!item || baseUnitsIn(item.body, unit) !== undefined) return [];
  return [
    `unit mismatch: ${unit} is neither the base unit ${item.body.baseUnit} nor a pack of item ${itemId}`,
  ];
}

/** Stock is counted in the item's base unit. */
export function positionUnitFaults(
  { itemId, unit }: InventoryPosition,
  masters: KnownMasters,
): readonly string[] {
  const item = masters.item(itemId);
  if (!item || item.body.baseUnit === unit) return [];
  return [`unit mismatch: stock in ${unit}, while the base unit of item ${itemId} is ${item.body.baseUnit}`];
}
