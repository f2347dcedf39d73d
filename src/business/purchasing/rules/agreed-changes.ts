import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import { priceInWords } from './answered-ledger.ts';
import type { JudgedLine } from './judge-answer.ts';
import { type ChangedLine, samePrice, sameQuantity } from './order-differences.ts';
import { inOrderUnit } from './order-units.ts';

/** What the order must become for the lines that were accepted within tolerance and yet differ. Dates are ours alone. */
export const agreedChanges = (
  ledger: Pick<OrderLedger, 'lines' | 'currency'>,
  answered: readonly JudgedLine[],
): readonly ChangedLine[] =>
  answered.flatMap(({ line: compared, comparison: { outcomes, quantity, price } }) => {
    const line = ledger.lines.find(({ lineNumber }) => lineNumber === compared.lineNumber);
    if (!line || outcomes[0] !== 'accepted') return [];
    const isAsAsked = quantity === micros(compared.baseQuantity.value);
    return lineChange(line, {
      quantity: isAsAsked ? compared.quantity : inOrderUnit(quantity, compared),
      price: price ? priceInWords(price, line, ledger.currency) : compared.price,
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
