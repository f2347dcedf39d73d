import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ChangedLine } from './order-differences.ts';

/** Changes by whether the goods of their line are on their way: then the supplier can change nothing any more (S12). */
export function onTheirWay<C extends Pick<ChangedLine, 'lineNumber'>>(
  { lines }: OrderLedger,
  changes: readonly C[],
): { readonly tellable: readonly C[]; readonly tooLate: readonly C[] } {
  const shipped = new Set(
    lines.filter((line) => line.shipped.length > 0).map(({ lineNumber }) => lineNumber),
  );
  return {
    tellable: changes.filter(({ lineNumber }) => !shipped.has(lineNumber)),
    tooLate: changes.filter(({ lineNumber }) => shipped.has(lineNumber)),
  };
}

/** What a buyer is told when a change comes after the goods have left. */
export function changeNotPossible(
  { id, supplierId, partnerId, orderNumber, lines }: OrderLedger,
  changes: readonly ChangedLine[],
): ExceptionDraft {
  return {
    kind: 'change-not-possible',
    cause: [id, ...changes.map(({ lineNumber }) => String(lineNumber))],
    title: `${orderNumber} was changed after its goods were shipped: the supplier is not asked.`,
    about: { supplierId, ...(partnerId && { partnerId }), purchaseOrderId: id, orderNumber },
    evidence: changes.slice(0, 50).map((change) => ({
      what: `Line ${change.lineNumber} (${change.itemId})`,
      expected: changeInWords(change),
      received: `shipped ${(lines.find(({ lineNumber }) => lineNumber === change.lineNumber)?.shipped ?? [])
        .map(({ quantity }) => quantity)
        .join(' + ')}`.slice(0, 300),
    })),
  };
}

/** A change of one line in words: `quantity 400 EA, price 12.5 per 100 EA`. */
export function changeInWords({ action, quantity, price, requestedDate }: ChangedLine): string {
  const said = [
    ...(quantity ? [`quantity ${quantity.value} ${quantity.unit}`] : []),
    ...(price ? [`price ${price.amount} ${price.currency} per ${price.per.value} ${price.per.unit}`] : []),
    ...(requestedDate ? [`by ${requestedDate}`] : []),
  ];
  return [action, ...said].join(' ').slice(0, 300);
}
