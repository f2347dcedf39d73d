import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { decimalText, type Micros } from '#core/kernel/decimal.ts';
import { type Currency, roundToCurrency } from '#core/kernel/money.ts';
import { allowanceOf, magnitude, roundingOf } from './allowance.ts';

export interface Parts {
  readonly currency: Currency;
  /** Of each line, rounded. */
  readonly goods: readonly Micros[];
  /** What the orders say the goods cost. */
  readonly expectedGoods: Micros;
  readonly charges: Micros;
  /** What the taxes may be, the likeliest first. */
  readonly taxes: readonly Micros[];
  /** What is asked for; absent when the invoice states no total. */
  readonly stated: Micros | undefined;
}

export interface JudgedTotal {
  readonly total: Micros;
  readonly tax: Micros;
  readonly reasons: readonly string[];
}

/**
 * The invoice's total must be the sum of its parts, and may be above what the orders come to by the tolerance of one
 * invoice, not of every line. Where taxes can be meant in more than one way, the way that adds up is meant.
 */
export function judgeTotal(parts: Parts, tolerances: Tolerances): JudgedTotal {
  const { currency, charges, expectedGoods, stated } = parts;
  const goods = parts.goods.reduce((sum, amount) => sum + amount, 0n);
  const tax = likeliest(parts.taxes, stated === undefined ? undefined : stated - goods - charges);
  const sum = roundToCurrency(goods + charges + tax, currency);
  const expected = roundToCurrency(expectedGoods + charges + tax, currency);
  const total = stated ?? sum;
  const rounding = roundingOf(currency, parts.goods.length);
  const reasons: string[] = [];
  if (magnitude(total - sum) > allowanceOf(sum, tolerances) + rounding) {
    reasons.push(`${said(total)} is asked, but its lines, charges and taxes come to ${said(sum)}.`);
  }
  if (total - expected > allowanceOf(expected, tolerances) + rounding) {
    reasons.push(`${said(total)} is asked in all, but orders, charges and taxes come to ${said(expected)}.`);
  }
  return { total, tax, reasons };
}

/** The tax that is nearest to what the total leaves for it. */
function likeliest(taxes: readonly Micros[], left: Micros | undefined): Micros {
  const [first = 0n] = taxes;
  if (left === undefined) return first;
  const offBy = (tax: Micros): Micros => magnitude(tax - left);
  return taxes.reduce((best, tax) => (offBy(tax) < offBy(best) ? tax : best), first);
}

const said = (amount: Micros): string => decimalText(amount);
