import { decimalText, type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Currency, Money } from '#core/kernel/money.ts';

/** Sums money, each currency by itself. */
export function moneyTotals() {
  const totals = new Map<Currency, Micros>();
  return {
    add: ({ amount, currency }: Money): void => {
      totals.set(currency, (totals.get(currency) ?? ZERO) + micros(amount));
    },
    /** In the order of the currencies' codes. */
    all: (): Money[] =>
      [...totals]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, total]) => ({ amount: decimalText(total), currency })),
  };
}
