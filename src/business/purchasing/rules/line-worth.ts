import { decimalText, type Micros, ZERO } from '#core/kernel/decimal.ts';
import { type Currency, type Money, roundToCurrency } from '#core/kernel/money.ts';
import type { BasedPrice } from './tolerance.ts';

/** What so many base units cost at a price, to the currency's minor unit. */
export function worthOf(quantity: Micros, { amount, per }: BasedPrice, currency: Currency): Money {
  const value = per === ZERO ? ZERO : (quantity * amount) / per;
  return { amount: decimalText(roundToCurrency(value, currency)), currency };
}
