import { decimalText, micros } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';
import { adjusted, passed, type Rule } from './rule.ts';

/** The supplier takes no smaller order of this item than its minimum. */
export const orderMinimum: Rule = (line, { inputs: { terms } }) => {
  if (!terms) return passed();
  const least = micros(terms.minimumOrderQuantity);
  if (line.quantity >= least) return passed();
  return adjusted(
    { ...line, quantity: least },
    `${decimalText(line.quantity)} → ${decimalText(least)}: at least ${inWords(least, line.unit)} an order`,
  );
};
