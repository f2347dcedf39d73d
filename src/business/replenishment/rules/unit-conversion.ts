import { baseUnitsIn } from '#core/canonical/base-units.ts';
import { decimalText, micros, ONE, ZERO } from '#core/kernel/decimal.ts';
import { inWords, pluralOf } from '#core/kernel/quantity-in-words.ts';
import { wholeUnits } from '../units.ts';
import { adjusted, passed, type Rule, refused } from './rule.ts';

/** From the base unit into the unit the supplier sells: whole units of it, never less than is needed. */
export const unitConversion: Rule = (line, { inputs: { item, itemId, terms, position, forecast } }) => {
  if (!item || !terms) return refused(`Item ${itemId} has no unit to be ordered in.`);
  const { orderUnit, price } = terms;
  const counted = [forecast.unit, ...(position ? [position.unit] : [])];
  const foreign = counted.find((unit) => unit !== item.baseUnit);
  if (foreign) return refused(`Item ${itemId} is kept in ${item.baseUnit}, and ${foreign} was counted.`);
  const holds = baseUnitsIn(item, orderUnit);
  const unknown = holds === undefined ? orderUnit : price.per.unit;
  if (holds === undefined || baseUnitsIn(item, unknown) === undefined) {
    return refused(`Nothing says how many ${pluralOf(item.baseUnit)} of item ${itemId} are in ${unknown}.`);
  }
  if (micros(price.per.value) <= ZERO)
    return refused(`The price of item ${itemId} is for a quantity of zero.`);
  if (orderUnit === item.baseUnit) return passed();
  const quantity = wholeUnits(line.quantity, holds);
  const base = (quantity * holds) / ONE;
  const said =
    base === line.quantity
      ? `${inWords(line.quantity, line.unit)} are ${inWords(quantity, orderUnit)}`
      : `${decimalText(line.quantity)} → ${decimalText(base)}: ${pluralOf(orderUnit)} of ${decimalText(holds)}`;
  return adjusted({ ...line, quantity, unit: orderUnit }, said);
};
