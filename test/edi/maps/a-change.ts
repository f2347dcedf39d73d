import type { ChangedOrderLine, OrderChange } from '#core/canonical/order-change.ts';

const price = { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } } as const;

/** A line of which fewer are wanted than before. */
export const fewer = {
  lineNumber: 1,
  itemId: 'I1',
  action: 'change',
  changes: ['quantity'],
  quantity: { value: '300', unit: 'EA' },
  previousQuantity: '480',
  openQuantity: '180',
  price,
  requestedDate: '2026-12-07',
} as const satisfies ChangedOrderLine;

/** One line of each kind, and one in two deliveries. */
export const aChange = (differing: Partial<OrderChange> = {}): OrderChange => ({
  purpose: 'change',
  order: { number: 'PO-2026-0081', date: '2026-11-23' },
  sequence: 2,
  changedOn: '2026-11-24',
  currency: 'EUR',
  total: '445.75',
  reason:
    'Demand of the north has fallen since the order was placed; please tell us by Friday what you can do.',
  lines: [
    { ...fewer, reason: 'Fewer are needed' },
    { action: 'delete', lineNumber: 2, itemId: 'I2', reason: 'No longer sold' },
    {
      action: 'add',
      lineNumber: 3,
      itemId: 'I1',
      quantity: { value: '96', unit: 'EA' },
      price,
      requestedDate: '2026-12-14',
    },
    {
      ...fewer,
      lineNumber: 4,
      itemId: 'I2',
      changes: ['dates'],
      quantity: { value: '12', unit: 'XCS' },
      price: { amount: '31', currency: 'EUR', per: { value: '1', unit: 'XCS' } },
      requestedDate: '2026-12-10',
      openQuantity: '12',
      deliveries: [
        { quantity: '8', date: '2026-12-10' },
        { quantity: '4', date: '2026-12-17' },
      ],
    },
    {
      action: 'replace',
      lineNumber: 5,
      itemId: 'I2',
      quantity: { value: '2', unit: 'XCT' },
      price: { amount: '9.75', currency: 'EUR', per: { value: '1', unit: 'XCT' } },
      requestedDate: '2026-12-11',
    },
  ],
  ...differing,
});
