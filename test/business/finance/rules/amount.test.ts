import { describe, expect, it } from 'vitest';
import { amountOf } from '#business/finance/rules/amount.ts';
import { micros } from '#core/kernel/decimal.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import { anItem } from '#test/builders/replenishment-room.ts';

/** Bolts, 48 to a case. */
const cost = (base: string, amount: string, per: Quantity) =>
  amountOf(micros(base), { amount, per }, anItem());

describe('what so many base units cost', () => {
  it.each<readonly [string, string, Quantity, string]>([
    ['480', '12.5', { value: '100', unit: 'EA' }, '60'],
    ['480', '0.125', { value: '1', unit: 'EA' }, '60'],
    ['480', '6', { value: '1', unit: 'XCS' }, '60'],
    ['24', '6', { value: '1', unit: 'XCS' }, '3'],
    ['480', '1.5', { value: '1', unit: 'DZN' }, '60'],
    ['1', '1', { value: '3', unit: 'EA' }, '0.333333'],
    ['-48', '12.5', { value: '100', unit: 'EA' }, '-6'],
  ])('[S14] %s at %s per %j: %s', (base, amount, per, expected) => {
    expect(cost(base, amount, per)).toBe(micros(expected));
  });

  it('[S14] a price per a unit that the item does not have, or per nothing, says no amount', () => {
    expect(cost('480', '12.5', { value: '1', unit: 'KGM' })).toBeUndefined();
    expect(cost('480', '12.5', { value: '0', unit: 'EA' })).toBeUndefined();
    expect(cost('480', '12.5', { value: '-1', unit: 'EA' })).toBeUndefined();
  });
});
