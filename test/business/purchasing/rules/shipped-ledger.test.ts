import { describe, expect, it } from 'vitest';
import { receivedByShipment, shippedLedger } from '#business/purchasing/rules/shipped-ledger.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, received, shipped } from './ledger-line.ts';

const ofLine = { lineNumber: 1, itemId: 'I1', lots: [], otherItemIds: [] };

describe('the shipments of a line', () => {
  const ship = (
    line: LedgerLine,
    documentId: string,
    pieces: string | undefined,
    shippedOn?: string,
    replaced: readonly string[] = [],
  ) => {
    const now = { ...ofLine, quantity: micros(pieces ?? '0'), shippedOn, expectedOn: shippedOn };
    const ledger = anOrderLedger({ lines: [line] });
    const after = shippedLedger(ledger, documentId, pieces === undefined ? [] : [now], new Set(replaced));
    return after.lines[0] ?? line;
  };
  const names = ({ shipped: all }: LedgerLine) => all.map((entry) => `${entry.documentId} ${entry.quantity}`);

  it('[S13] each notice once, the first shipped first, whichever came first', () => {
    const one = ship(aLedgerLine(), 'asn-b', '100', '2026-12-05');
    expect(one.shipped).toEqual([
      { documentId: 'asn-b', quantity: '100', shippedOn: '2026-12-05', expectedOn: '2026-12-05' },
    ]);
    const two = ship(ship(ship(one, 'asn-a', '50', '2026-12-05'), 'asn-c', '30', '2026-12-04'), 'asn-z', '7');
    expect(names(two)).toEqual(['asn-z 7', 'asn-c 30', 'asn-a 50', 'asn-b 100']);
    expect(two.shipped[0]).toEqual({ documentId: 'asn-z', quantity: '7' });
    expect(names(ship(two, 'asn-a', '51', '2026-12-06'))).toEqual([
      'asn-z 7',
      'asn-c 30',
      'asn-b 100',
      'asn-a 51',
    ]);
    expect(names(ship(two, 'asn-y', '8'))).toEqual([
      'asn-y 8',
      'asn-z 7',
      'asn-c 30',
      'asn-a 50',
      'asn-b 100',
    ]);
  });

  it('[S13] what a notice no longer ships, or was replaced, counts no more', () => {
    const line = aLedgerLine(1, shipped(['100'], ['50'], ['30']));
    expect(names(ship(line, 'asn-2', undefined))).toEqual(['asn-1 100', 'asn-3 30']);
    expect(names(ship(line, 'asn-4', '9', undefined, ['asn-1', 'asn-3']))).toEqual(['asn-2 50', 'asn-4 9']);
  });

  it.each([
    ['0', ['0', '0', '0']],
    ['99', ['99', '0', '0']],
    ['120', ['100', '20', '0']],
    ['165', ['100', '50', '15']],
    ['500', ['100', '50', '30']],
  ])('[W1] with %s arrived, the first shipped arrived first: %j', (good, parts) => {
    const line = aLedgerLine(1, { ...shipped(['100'], ['50'], ['30']), ...received([good]) });
    expect([...receivedByShipment(line).values()].map(decimalText)).toEqual(parts);
  });
});
