import { describe, expect, it } from 'vitest';
import { agreedChanges, lineChange } from '#business/purchasing/rules/agreed-changes.ts';
import { basedPrice, inBase, inOrderUnit } from '#business/purchasing/rules/order-units.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { micros } from '#core/kernel/decimal.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine } from './ledger-line.ts';

const cases = (value: string) => ({ value, unit: 'XCS' }) as const;
const pieces = (value: string) => ({ value, unit: 'EA' }) as const;
const price = (amount: string) => ({ amount, currency: 'EUR', per: pieces('100') }) as const;
const ledger = (...lines: LedgerLine[]) => anOrderLedger({ lines });

describe('units of an item, 48 to a case', () => {
  const item = { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] } as const;
  it('[S6] an amount without a unit is in that of the order', () => {
    expect(inBase({ value: '2' }, item, 'XCS')).toEqual({ base: micros('96') });
    expect(inBase({ value: '2', unit: 'EA' }, item, 'XCS')).toEqual({ base: micros('2') });
    expect(inBase({ value: '2', unit: 'KGM' }, item, 'XCS')).toEqual({ conflict: 'KGM' });
    expect(inBase({ value: '2' }, item, 'XPX')).toEqual({ conflict: 'XPX' });
  });

  it('[S6] a price is for so many base units', () => {
    const based = { amount: micros('6'), per: micros('48') };
    expect(basedPrice({ amount: '6', per: { value: '1' } }, item, 'XCS')).toEqual(based);
    expect(basedPrice({ amount: '6', per: pieces('48') }, item, 'XCS')).toEqual(based);
    expect(basedPrice({ amount: '6', per: { value: '1', unit: 'KGM' } }, item, 'XCS')).toEqual({
      conflict: 'KGM',
    });
  });

  it.each([
    ['480', cases('10')],
    ['24', cases('0.5')],
    ['16', pieces('16')],
    ['0', cases('0')],
  ])('[S6] %s pieces as the order counts them: %j', (base, quantity) => {
    expect(inOrderUnit(micros(base), aLedgerLine())).toEqual(quantity);
  });

  it('[S6] a line of nothing is counted in pieces', () => {
    expect(inOrderUnit(micros('16'), aLedgerLine(1, { baseQuantity: pieces('0') }))).toEqual(pieces('16'));
  });
});

describe('what an order becomes for what was accepted within tolerance', () => {
  const agreed = (
    compared: LedgerLine,
    quantity: string,
    amount?: string,
    outcome: 'accepted' | 'date' = 'accepted',
  ) => {
    const based = { amount: micros('12.5'), per: micros('100') };
    const comparison = {
      outcomes: [outcome] as const,
      quantity: micros(quantity),
      backordered: 0n,
      price: amount === undefined ? undefined : { amount: micros(amount), per: micros('100') },
      deliveryDate: '2026-12-08',
      substituteItemId: undefined,
      because: [],
    };
    const ordered = { ordered: micros('480'), price: based, requestedDate: '2026-12-07' };
    return agreedChanges(ledger(aLedgerLine(2), aLedgerLine(1)), [{ line: compared, ordered, comparison }]);
  };
  const change = (differing: object) => [{ lineNumber: 1, itemId: 'I1', action: 'change', ...differing }];

  it('[S6] the quantity, the price, and never the day', () => {
    expect(agreed(aLedgerLine(), '480')).toEqual([]);
    expect(agreed(aLedgerLine(), '480', '12.5')).toEqual([]);
    expect(agreed(aLedgerLine(), '470', '12.6')).toEqual(
      change({ quantity: pieces('470'), price: price('12.6') }),
    );
    expect(agreed(aLedgerLine(), '456')).toEqual(change({ quantity: cases('9.5') }));
    expect(agreed(aLedgerLine(), '456', '12.6', 'date')).toEqual([]);
  });

  it('[S12] what was asked for by a change becomes the order once it is agreed', () => {
    const asked = aLedgerLine(1, { quantity: cases('8'), baseQuantity: pieces('384'), price: price('13') });
    expect(agreed(asked, '384')).toEqual(change({ quantity: cases('8'), price: price('13') }));
  });

  it('[S6] a line that is none of the order becomes nothing', () => {
    expect(agreed(aLedgerLine(7), '456')).toEqual([]);
    expect(lineChange(aLedgerLine(), {})).toEqual([]);
  });
});
