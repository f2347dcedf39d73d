import type { Item } from '#core/canonical/item.ts';
import { divide, type Micros, micros, multiply, ONE } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** Units that measure the same thing, with how many of the smallest one each holds. */
const dimensions: readonly Partial<Record<UnitCode, Micros>>[] = [
  { EA: ONE, PR: 2n * ONE, DZN: 12n * ONE },
  { GRM: ONE, KGM: 1000n * ONE },
  { MLT: ONE, LTR: 1000n * ONE },
];

/**
 * How many base units of an item one of this unit is; undefined when the item has no such pack and the unit does
 * not measure what its base unit measures. The item's own pack comes before the general rule.
 */
export function baseUnitsPer(unit: UnitCode, item: Pick<Item, 'baseUnit' | 'packs'>): Micros | undefined {
  if (unit === item.baseUnit) return ONE;
  const pack = item.packs.find((candidate) => candidate.unit === unit);
  if (pack) return micros(pack.holds);
  for (const dimension of dimensions) {
    const own = dimension[unit];
    const base = dimension[item.baseUnit];
    if (own !== undefined && base !== undefined) return divide(own, base);
  }
  return undefined;
}

export const toBaseQuantity = (quantity: Micros, perUnit: Micros): Micros =>
  perUnit === ONE ? quantity : multiply(quantity, perUnit);
