import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Currency } from '#core/kernel/money.ts';
import { priceInWords } from './answered-ledger.ts';
import type { JudgedLine } from './judge-answer.ts';
import { type ChangedLine, samePrice, sameQuantity } from './order-differences.ts';
import { inOrderUnit } from './order-units.ts';

/** What the order must become for the lines that were accepted within tolerance and yet differ. Dates are ours alone. */
export const agreedChanges = (answered: readonly JudgedLine[], currency: Currency): readonly ChangedLine[] =>
  answered.flatMap(({ line, comparison: { outcomes, quantity, price } }) => {
    if (outcomes[0] !== 'accepted') return [];
    return lineChange(line, {
      quantity: quantity === micros(line.baseQuantity.value) ? line.quantity : inOrderUnit(quantity, line),
      ...(price && { price: priceInWords(price, line, currency) }),
    });
  });

/** The change that makes a line what is wanted; none where it is that already. */
export function lineChange(
  { lineNumber, itemId, quantity, price }: LedgerLine,
  wanted: Pick<ChangedLine, 'quantity' | 'price'>,
): readonly ChangedLine[] {
  const differing = {
    ...(wanted.quantity && !sameQuantity(wanted.quantity, quantity) ? { quantity: wanted.quantity } : {}),
    ...(wanted.price && !samePrice(wanted.price, price) ? { price: wanted.price } : {}),
  };
  return Object.keys(differing).length === 0 ? [] : [{ lineNumber, itemId, action: 'change', ...differing }];
}
