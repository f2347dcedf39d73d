import type { DecisionRecord } from '#core/canonical/decision-record.ts';

const monday = '2026-11-30';

/** 437 pieces are missing in the week of 7 December; they come in cases of 48, so 480 are proposed. */
export const decisionRecord: DecisionRecord = {
  runId: 'run-7d865e959b2466918c9863afca',
  plannedAt: '2026-11-20T06:22:10.000Z',
  reviewDays: 7,
  inputs: {
    itemId: 'item-104',
    locationId: 'loc-hamburg',
    item: { status: 'active', baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }], version: 3 },
    location: { status: 'active', receivingDays: [1, 2, 3, 4, 5], dockToStockDays: 1, version: 1 },
    supplier: { id: 'sup-nordbolt', status: 'active', workingDays: [1, 2, 3, 4, 5], version: 2 },
    policy: { method: 'time_phased', safetyStock: '100', eligible: true, version: 1 },
    supply: [],
    forecast: {
      unit: 'EA',
      from: monday,
      quantities: ['200', '337'],
      releaseId: 'fr-2c26b46b68ffc68ff99b453c1d',
    },
  },
  outcome: 'adjusted',
  net: [
    {
      bucket: monday,
      demand: '200',
      receipts: '0',
      safetyStock: '100',
      net: '0',
      planned: '0',
      projected: '0',
    },
  ],
  requirement: { quantity: '437', unit: 'EA', needDate: '2026-12-07' },
  verdicts: [
    { rule: 'item-status', verdict: 'passed' },
    {
      rule: 'order-multiple',
      verdict: 'adjusted',
      because: '437 → 480: cases of 48',
      before: { value: '437', unit: 'EA' },
      after: { value: '480', unit: 'EA' },
    },
  ],
  order: {
    supplierId: 'sup-nordbolt',
    quantity: { value: '10', unit: 'XCS' },
    baseQuantity: { value: '480', unit: 'EA' },
    value: { amount: '60', currency: 'EUR' },
    requirementValue: { amount: '54.63', currency: 'EUR' },
    orderDate: '2026-11-23',
    requestedDate: '2026-12-04',
    deliveryDate: '2026-12-07',
    expedite: false,
  },
  remarks: [],
};
