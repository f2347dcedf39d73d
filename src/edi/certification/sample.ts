/** What is exchanged for the certification: an order for two items that exist nowhere else. */

import type { OrderChange } from '#core/canonical/order-change.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import type { ProductActivity } from '#core/canonical/product-activity.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { decimalText, micros, multiply } from '#core/kernel/decimal.ts';
import { derivedId, type Identifier } from '#core/kernel/identifiers.ts';
import type { AnyChange } from '#core/kernel/records.ts';

export const LOCATION = 'CERT-DOCK';

const DAY_MS = 86_400_000;

/** The day so many days after a moment. */
export const dayAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);

interface SampleItem {
  readonly id: string;
  readonly gtin: string;
  readonly theirs: string;
  readonly quantity: string;
  readonly price: string;
}

const items: readonly SampleItem[] = [
  { id: 'CERT-ITEM-1', gtin: '4012345000115', theirs: 'SUP-1', quantity: '480', price: '0.35' },
  { id: 'CERT-ITEM-2', gtin: '4012345000122', theirs: 'SUP-2', quantity: '24', price: '31.2' },
];
export const itemIds = items.map(({ id }) => id);

const currencyOf = ({ edi }: PartnerAgreement): 'USD' | 'EUR' => (edi?.standard === 'x12' ? 'USD' : 'EUR');

const priceOf = (amount: string, currency: 'USD' | 'EUR') =>
  ({ amount, currency, per: { value: '1', unit: 'EA' } }) as const;

export function sampleOrder(agreement: PartnerAgreement, at: string): PurchaseOrder {
  const currency = currencyOf(agreement);
  const lines = items.map(
    ({ id, quantity, price }, i): PurchaseOrderLine => ({
      lineNumber: i + 1,
      itemId: id,
      quantity: { value: quantity, unit: 'EA' },
      baseQuantity: { value: quantity, unit: 'EA' },
      openQuantity: quantity,
      price: priceOf(price, currency),
      requestedDate: dayAfter(at, 14),
    }),
  );
  const total = items.reduce(
    (sum, { quantity, price }) => sum + multiply(micros(quantity), micros(price)),
    micros('0'),
  );
  return {
    id: 'po-certification',
    type: 'standard',
    state: 'confirmed',
    origin: 'crossdock',
    system: 'certification',
    number: 'CERT-0001',
    supplierId: agreement.supplierId,
    locationId: LOCATION,
    lines,
    total: { amount: decimalText(total), currency },
    orderDate: at.slice(0, 10),
    identifiers: [],
    provenance: { system: 'certification', receivedAt: at },
  };
}

/** Fewer of the first line, the second no more. */
export const sampleChange = (agreement: PartnerAgreement, at: string): OrderChange => ({
  purpose: 'change',
  order: { number: 'CERT-0001', date: at.slice(0, 10) },
  sequence: 1,
  changedOn: at.slice(0, 10),
  currency: currencyOf(agreement),
  reason: 'Demand has fallen.',
  lines: [
    {
      action: 'change',
      lineNumber: 1,
      itemId: 'CERT-ITEM-1',
      quantity: { value: '300', unit: 'EA' },
      previousQuantity: '480',
      openQuantity: '300',
      changes: ['quantity'],
      price: priceOf('0.35', currencyOf(agreement)),
      requestedDate: dayAfter(at, 14),
    },
    { action: 'delete', lineNumber: 2, itemId: 'CERT-ITEM-2' },
  ],
});

export const sampleSchedule = ({ supplierId }: PartnerAgreement, at: string): PlanningSchedule => ({
  number: 'CERT-S1',
  issuedOn: at.slice(0, 10),
  horizon: { from: at.slice(0, 10), to: dayAfter(at, 27) },
  supplierId,
  locationId: LOCATION,
  items: itemIds.map((itemId) => ({
    itemId,
    unit: 'EA',
    buckets: [
      { period: { from: at.slice(0, 10), to: dayAfter(at, 6) }, quantity: '480', commitment: 'firm' },
      { period: { from: dayAfter(at, 7), to: dayAfter(at, 27) }, quantity: '960', commitment: 'planning' },
    ],
  })),
});

export const sampleActivity = ({ supplierId }: PartnerAgreement, at: string): ProductActivity => ({
  number: 'CERT-A1',
  issuedOn: at.slice(0, 10),
  period: { from: dayAfter(at, -7), to: dayAfter(at, -1) },
  supplierId,
  locations: [
    {
      locationId: LOCATION,
      items: itemIds.map((itemId) => ({
        itemId,
        unit: 'EA',
        activities: [
          { kind: 'sold', quantity: '120' },
          { kind: 'on_hand', quantity: '900' },
        ],
      })),
    },
  ],
});

/** Items, their numbers at the partner, and where they are delivered. */
export function sampleMasterData({ id: partnerId }: PartnerAgreement, at: string): readonly AnyChange[] {
  const provenance = { system: 'certification', receivedAt: at };
  const gtin = (value: string): Identifier => ({ scheme: 'gtin', value });
  return items.flatMap((item): AnyChange[] => {
    const reference = derivedId('xr', partnerId, 'item', item.theirs);
    return [
      {
        type: 'item',
        id: item.id,
        expect: 'absent',
        body: {
          id: item.id,
          description: `Certification item ${item.theirs}`,
          status: 'active',
          hierarchy: [],
          baseUnit: 'EA',
          packs: [],
          identifiers: [gtin(item.gtin)],
          provenance,
        },
      },
      {
        type: 'cross-reference',
        id: reference,
        expect: 'absent',
        body: {
          id: reference,
          partnerId,
          kind: 'item',
          theirs: item.theirs,
          ours: item.id,
          changedAt: at,
        },
      },
    ];
  });
}
