import { describe, expect, it } from 'vitest';
import { findOrderLine } from '#business/finance/rules/find-order-line.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { InvoiceLine } from '#core/canonical/supplier-invoice.ts';
import { aLedger, aLedgerLine, anInvoiceLine } from '../finance-room.ts';

const { order: _order, lineNumber: _number, ...unnamed } = anInvoiceLine();
const aLine = (differing: Partial<InvoiceLine> = {}): InvoiceLine => ({ ...unnamed, ...differing });

const got = (good: string): Pick<LedgerLine, 'received'> => ({
  received: [{ receiptId: 'gr', good, damaged: '0', receivedOn: '2026-12-08' }],
});
const billed = (quantity: string): Pick<LedgerLine, 'invoiced'> => ({
  invoiced: [{ invoiceId: 'other', quantity, amount: '0' }],
});

/** PO100: line 1 for I1; line 2 for I2, of which I9 comes; lines 3 and 4 for I3. */
const order = (third: Partial<LedgerLine> = {}, fourth: Partial<LedgerLine> = {}) =>
  aLedger({
    lines: [
      aLedgerLine(),
      aLedgerLine({
        lineNumber: 2,
        itemId: 'I2',
        answer: { documentId: 'pd', outcomes: ['substituted'], substituteItemId: 'I9' },
      }),
      aLedgerLine({ lineNumber: 3, itemId: 'I3', ...third }),
      aLedgerLine({ lineNumber: 4, itemId: 'I3', ...fourth }),
    ],
  });

function found(stated: InvoiceLine, itemId: string | undefined, ledger = order()) {
  const line = findOrderLine(stated, itemId, new Map([[ledger.orderNumber, ledger]]));
  return 'line' in line ? line.line.lineNumber : line;
}
const of = (line?: string) => ({ order: { number: 'PO100', ...(line !== undefined && { line }) } });
const unknown = (because: string) =>
  ({ verdict: 'unknown_line', because: `${because} order PO100.` }) as const;

describe('the order line an invoice line is for', () => {
  it.each<readonly [string, Partial<InvoiceLine>, string | undefined, ReturnType<typeof found>]>([
    ['no order', {}, 'I1', { verdict: 'unknown_order', because: 'It names no order.' }],
    [
      "another's order",
      { order: { number: 'PO999', line: '1' } },
      'I1',
      { verdict: 'unknown_order', because: 'We have no order PO999 with this partner.' },
    ],
    ['the line of the order', of('1'), 'I1', 1],
    ['the line of the order, with leading zeros', of('0001'), 'I1', 1],
    ['the line of the order before its own number', { ...of('1'), lineNumber: '3' }, 'I1', 1],
    ['the line of the order, and no item', of('2'), undefined, 2],
    ['the line of the order and the item that comes in its place', of('2'), 'I9', 2],
    ['a line that is none', of('7'), 'I1', unknown('There is no line 7 on')],
    ['a text that is no number', of('1.0'), 'I1', unknown('There is no line 1.0 on')],
    ['a text that ends as a number', of('+1'), 'I1', unknown('There is no line +1 on')],
    ['a line and the item of another', of('1'), 'I2', unknown('It is for item I2, which is not line 1 of')],
    ['neither line nor item', of(), undefined, unknown('It says neither line nor item of')],
    ['its own number, where it has no item', { ...of(), lineNumber: '3' }, undefined, 3],
    [
      'its own number, which is none of ours',
      { ...of(), lineNumber: '8' },
      undefined,
      unknown('There is no line 8 on'),
    ],
    ['the item', of(), 'I2', 2],
    ['the item before its own number', { ...of(), lineNumber: '1' }, 'I2', 2],
    ['the item that comes in place of the ordered one', of(), 'I9', 2],
    ['an item that was not ordered', of(), 'I7', unknown('Item I7 is not on')],
    ['an item of two lines, by its own number', { ...of(), lineNumber: '4' }, 'I3', 4],
    ['an item of two lines, the first of equals', of(), 'I3', 3],
  ])('[S14] %s', (_, stated, itemId, expected) => {
    expect(found(aLine(stated), itemId)).toEqual(expected);
  });

  it.each<readonly [Partial<LedgerLine>, Partial<LedgerLine>, number]>([
    [got('10'), got('20'), 4],
    [got('20'), got('10'), 3],
    [{ ...got('100'), ...billed('95') }, got('10'), 4],
    [got('10'), { ...got('100'), ...billed('95') }, 3],
    [{ ...got('100'), ...billed('60') }, got('10'), 3],
    [got('10'), { ...got('10'), ...billed('-5') }, 4],
  ])(
    '[S14] of two lines of an item the one with most goods not yet invoiced: %j and %j',
    (third, fourth, line) => {
      expect(found(aLine(of()), 'I3', order(third, fourth))).toBe(line);
    },
  );
});
