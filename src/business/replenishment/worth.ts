import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { decimalText, divide, type Micros, micros } from '#core/kernel/decimal.ts';
import { type Money, type Price, roundToCurrency } from '#core/kernel/money.ts';

/**
 * What so many base units cost at a price, rounded half to even to the currency's minor unit. The price's
 * unit must be one of the item's; otherwise it throws, as the rule `unit-conversion` refused such a line before.
 */
export function worthOf(base: Micros, item: NonNullable<PlanningInput['item']>, price: Price): Money {
  const holds = baseUnitsIn(item, price.per.unit);
  if (holds === undefined) throw new RangeError(`a price per ${price.per.unit} that the item does not have`);
  const perBase = micros(price.per.value) * holds;
  const amount = divide(base * micros(price.amount), perBase);
  return { amount: decimalText(roundToCurrency(amount, price.currency)), currency: price.currency };
}
