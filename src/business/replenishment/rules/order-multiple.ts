import { decimalText, micros, roundUpTo } from '#core/kernel/decimal.ts';
import { pluralOf } from '#core/kernel/quantity-in-words.ts';
import { adjusted, passed, type Rule } from './rule.ts';

/** The supplier sells this item in multiples; a multiple of zero or less is none. */
export const orderMultiple: Rule = (line, { inputs: { terms } }) => {
  const step = terms ? micros(terms.orderMultiple) : 0n;
  if (step <= 0n || line.quantity % step === 0n) return passed();
  const quantity = roundUpTo(line.quantity, step);
  const of =
    terms?.orderMultiple === '1' ? `whole ${pluralOf(line.unit)}` : `multiples of ${decimalText(step)}`;
  return adjusted({ ...line, quantity }, `${decimalText(line.quantity)} → ${decimalText(quantity)}: ${of}`);
};
