import type { PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import type { ProductActivity } from '#core/canonical/product-activity.ts';
import type { OrderContext } from '#edi/maps/order-context.ts';
import { aContext } from './an-order.ts';

/** Two items: days, weeks, a month and an interval; firm and planned; one with what was received. */
export const aSchedule = (differing: Partial<PlanningSchedule> = {}): PlanningSchedule => ({
  number: '48',
  replaces: '47',
  issuedOn: '2026-11-21',
  horizon: { from: '2026-11-23', to: '2027-02-28' },
  supplierId: 'S1',
  locationId: 'EAST',
  items: [
    {
      itemId: 'I1',
      unit: 'EA',
      buckets: [
        { period: { from: '2026-11-25', to: '2026-11-25' }, quantity: '480', commitment: 'firm' },
        { period: { from: '2026-11-30', to: '2026-12-06' }, quantity: '960', commitment: 'firm' },
        { period: { from: '2027-01-01', to: '2027-01-31' }, quantity: '2880', commitment: 'planning' },
        { period: { from: '2027-02-01', to: '2027-02-21' }, quantity: '0', commitment: 'planning' },
      ],
      received: {
        cumulative: { quantity: '12480', period: { from: '2026-01-01', to: '2026-11-21' } },
        last: { quantity: '480', date: '2026-11-18', shipment: 'SH-9' },
      },
    },
    {
      itemId: 'I2',
      unit: 'XCS',
      buckets: [
        { period: { from: '2026-12-07', to: '2026-12-13' }, quantity: '12.5', commitment: 'planning' },
      ],
    },
  ],
  ...differing,
});

/** Two locations, two items, one of them in both. */
export const anActivity = (differing: Partial<ProductActivity> = {}): ProductActivity => ({
  number: 'ACT-46',
  issuedOn: '2026-11-16',
  period: { from: '2026-11-09', to: '2026-11-15' },
  supplierId: 'S1',
  locations: [
    {
      locationId: 'EAST',
      items: [
        {
          itemId: 'I1',
          unit: 'EA',
          activities: [
            { kind: 'sold', quantity: '120' },
            { kind: 'on_hand', quantity: '900' },
            { kind: 'on_order', quantity: '480' },
          ],
        },
        { itemId: 'I2', unit: 'XCS', activities: [{ kind: 'received', quantity: '12' }] },
      ],
    },
    {
      locationId: 'WEST',
      items: [
        {
          itemId: 'I1',
          unit: 'EA',
          activities: [
            { kind: 'sold', quantity: '40.5' },
            { kind: 'returned', quantity: '2' },
            { kind: 'on_hand', quantity: '0' },
          ],
        },
      ],
    },
  ],
  ...differing,
});

export const anActivityContext = (differing: Partial<OrderContext> = {}): OrderContext => ({
  ...aContext(),
  parties: aContext().parties.filter(({ role }) => role !== 'ship_to'),
  locations: new Map([
    ['EAST', [{ scheme: 'gln', value: '4012345000016' }]],
    ['WEST', [{ scheme: 'buyer', value: 'WH-W' }]],
  ]),
  ...differing,
});
