import { baseUnitsIn, type CountedItem } from '#core/canonical/base-units.ts';
import { divide, type Micros, micros } from '#core/kernel/decimal.ts';
import type { Quantity } from '#core/kernel/quantity.ts';

/**
 * What so many base units cost at a price per each, per hundred or per whatever it is stated for, not yet rounded
 * to the currency's minor unit. Undefined when the item has no such unit, or the price is per nothing.
 */
export function amountOf(
  base: Micros,
  price: { readonly amount: string; readonly per: Quantity },
  item: CountedItem,
): Micros | undefined {
  const holds = baseUnitsIn(item, price.per.unit);
  const per = micros(price.per.value);
  if (holds === undefined || per <= 0n) return undefined;
  return divide(base * micros(price.amount), per * holds);
}
