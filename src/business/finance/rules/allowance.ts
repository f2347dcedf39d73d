import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { type Micros, micros, minimum } from '#core/kernel/decimal.ts';
import { type Currency, roundToCurrency } from '#core/kernel/money.ts';

export const magnitude = (value: Micros): Micros => (value < 0n ? -value : value);

/** How far an amount may be off what was expected: the lesser of so many per cent of it and the amount agreed. */
export const allowanceOf = (
  expected: Micros,
  { invoicePercent, invoiceAmount }: Pick<Tolerances, 'invoicePercent' | 'invoiceAmount'>,
): Micros =>
  minimum((magnitude(expected) * micros(invoicePercent)) / (100n * 1_000_000n), micros(invoiceAmount));

const CENT: Micros = 10_000n;

/** How far apart so many amounts may be because each was rounded by itself: half of the currency's minor unit each. */
export const roundingOf = (currency: Currency, amounts: number): Micros =>
  (roundToCurrency(CENT, currency) === CENT ? CENT / 2n : 500_000n) * BigInt(amounts);
