import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { InvoiceLine } from '#core/canonical/supplier-invoice.ts';
import { type Micros, micros } from '#core/kernel/decimal.ts';

export interface LineFault {
  readonly verdict: Invoice['lines'][number]['verdict'];
  /** In a sentence, for accounts payable. */
  readonly because: string;
}

export interface FoundLine {
  readonly ledger: OrderLedger;
  readonly line: LedgerLine;
}

/**
 * The order line that an invoice line is for: by the order's line number where it is stated, else by the item. Where
 * several lines have the item, the one with the invoice line's number, else the one with most goods not yet invoiced.
 * `itemId` is what the item's numbers lead to; a line number that leads to another item is a fault.
 */
export function findOrderLine(
  stated: InvoiceLine,
  itemId: string | undefined,
  ledgers: ReadonlyMap<string, OrderLedger>,
): FoundLine | LineFault {
  const number = stated.order?.number;
  if (number === undefined) return { verdict: 'unknown_order', because: 'It names no order.' };
  const ledger = ledgers.get(number);
  if (!ledger) return { verdict: 'unknown_order', because: `We have no order ${number} with this partner.` };
  const ofOrder = stated.order?.line;
  if (ofOrder !== undefined) return byNumber(ledger, ofOrder, itemId);
  if (itemId === undefined) {
    return stated.lineNumber === undefined
      ? unknownLine(ledger, 'It says neither line nor item of')
      : byNumber(ledger, stated.lineNumber, undefined);
  }
  const candidates = ledger.lines.filter((line) => isOfItem(line, itemId));
  const line =
    candidates.find((candidate) => isNumbered(candidate, stated.lineNumber)) ?? mostDue(candidates);
  return line ? { ledger, line } : unknownLine(ledger, `Item ${itemId} is not on`);
}

function byNumber(ledger: OrderLedger, number: string, itemId: string | undefined): FoundLine | LineFault {
  const line = ledger.lines.find((candidate) => isNumbered(candidate, number));
  if (!line) return unknownLine(ledger, `There is no line ${number} on`);
  if (itemId === undefined || isOfItem(line, itemId)) return { ledger, line };
  return unknownLine(ledger, `It is for item ${itemId}, which is not line ${number} of`);
}

const unknownLine = ({ orderNumber }: OrderLedger, because: string): LineFault => ({
  verdict: 'unknown_line',
  because: `${because} order ${orderNumber}.`,
});

/** Partners write line numbers with and without leading zeros. */
const isNumbered = ({ lineNumber }: LedgerLine, number: string | undefined): boolean =>
  number !== undefined && /^\d{1,9}$/.test(number) && Number(number) === lineNumber;

/** The item ordered, or the one the supplier delivers in its place. */
const isOfItem = ({ itemId, answer }: LedgerLine, id: string): boolean =>
  itemId === id || answer?.substituteItemId === id;

function mostDue(lines: readonly LedgerLine[]): LedgerLine | undefined {
  let best: LedgerLine | undefined;
  for (const line of lines) if (!best || dueOn(line) > dueOn(best)) best = line;
  return best;
}

/** Good receipts that no invoice was for yet. */
const dueOn = ({ received, invoiced }: LedgerLine): Micros =>
  received.reduce((sum, { good }) => sum + micros(good), 0n) -
  invoiced.reduce((sum, { quantity }) => sum + micros(quantity), 0n);
