import { describe, expect, it } from 'vitest';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { neededChanges, notAllowed } from '#platform/posting/rules/needed-changes.ts';
import type { AllowedChanges, PurchaseOrderChange } from '#platform/posting/system-of-record.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';

const order = aPurchaseOrder({ state: 'confirmed' });
const line = { lineNumber: 1, action: 'change', itemId: 'I1' } as const;
type Line = OrderChangeRecord['lines'][number];

const cases: readonly (readonly [string, Line, readonly PurchaseOrderChange[]])[] = [
  ['nothing', line, []],
  ['the same quantity', { ...line, quantity: { value: '480', unit: 'EA' } }, []],
  ['another quantity', { ...line, quantity: { value: '479', unit: 'EA' } }, ['quantity']],
  ['the same amount in another unit', { ...line, quantity: { value: '10', unit: 'XCS' } }, ['quantity']],
  [
    'the same price for another amount',
    { ...line, price: { amount: '0.125', currency: 'EUR', per: { value: '1', unit: 'EA' } } },
    [],
  ],
  [
    'another price',
    { ...line, price: { amount: '0.126', currency: 'EUR', per: { value: '1', unit: 'EA' } } },
    ['price'],
  ],
  [
    'another currency',
    { ...line, price: { amount: '12.5', currency: 'USD', per: { value: '100', unit: 'EA' } } },
    ['price'],
  ],
  ['a substitute', { ...line, itemId: 'I2' }, ['item']],
  ['the same date', { ...line, requestedDate: '2026-12-07' }, []],
  ['another date', { ...line, requestedDate: '2026-12-08' }, ['dates']],
  ['a line cancelled', { ...line, action: 'cancel' }, ['cancel-line']],
  ['a new line', { ...line, lineNumber: 2, action: 'add' }, ['add-line']],
];

describe('what a change needs to be allowed', () => {
  for (const [title, changed, needed] of cases) {
    it(`[X2] ${title}`, () => {
      const found = neededChanges(order, anOrderChange({ lines: [changed] }));
      expect(found.map(({ what }) => what)).toEqual(needed);
    });
  }
});

const allowed: AllowedChanges = {
  draft: [],
  confirmed: ['quantity', 'cancel-line'],
  part_received: ['quantity'],
  received: [],
  cancelled: [],
};
const cancelled: Line = { ...line, action: 'cancel' };
const reason = (state: PurchaseOrder['state'], ...lines: Line[]) =>
  notAllowed('tryton', allowed, { ...order, state }, anOrderChange({ lines }));

describe('what a system does not allow', () => {
  it('[X2] depends on how far the order has come', () => {
    expect(reason('confirmed', cancelled)).toBeUndefined();
    expect(reason('part_received', cancelled)).toBe(
      'tryton allows an order that is part received no more: cancelling a line (line 1).',
    );
    expect(reason('cancelled', cancelled)).toContain('cancelled');
  });

  it('[X2] one part that is not allowed refuses the whole change', () => {
    const both: Line = { ...line, quantity: { value: '1', unit: 'EA' }, requestedDate: '2026-12-24' };
    expect(reason('confirmed', both)).toBe(
      'tryton allows an order that is confirmed no more: another date (line 1).',
    );
  });

  it('[X2] a change of a line that the order has not is refused', () => {
    expect(reason('confirmed', { ...cancelled, lineNumber: 7 })).toBe('The order has no line 7.');
  });
});
