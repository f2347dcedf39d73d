import type { PlanningInput } from '#core/canonical/decision-record.ts';

/** Item I1 at HAM: 13 weeks from Monday 2026-11-30, 100 pieces a week, none in stock, terms without restrictions. */
export const aPlanningInput = (differing: Partial<PlanningInput> = {}): PlanningInput => ({
  itemId: 'I1',
  locationId: 'HAM',
  item: { version: 3, status: 'active', baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] },
  location: { version: 1, status: 'active', receivingDays: [1, 2, 3, 4, 5], dockToStockDays: 1 },
  supplier: { id: 'S1', version: 2, status: 'active', workingDays: [1, 2, 3, 4, 5] },
  terms: theTerms(),
  policy: { version: 1, method: 'time_phased', safetyStock: '0', eligible: true },
  position: thePosition(),
  supply: [],
  forecast: { releaseId: 'fr-1', unit: 'EA', from: '2026-11-30', quantities: new Array(13).fill('100') },
  ...differing,
});

/** Five working days and two days of transit, 12.50 EUR per 100 pieces, no minimum, single pieces. */
export const theTerms = (
  differing: Partial<NonNullable<PlanningInput['terms']>> = {},
): NonNullable<PlanningInput['terms']> => ({
  id: 'S1:I1',
  version: 4,
  supplierId: 'S1',
  leadTimeDays: 5,
  transitDays: 2,
  orderUnit: 'EA',
  minimumOrderQuantity: '1',
  orderMultiple: '1',
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  validFrom: '2026-01-01',
  ...differing,
});

export const thePosition = (
  differing: Partial<NonNullable<PlanningInput['position']>> = {},
): NonNullable<PlanningInput['position']> => ({
  version: 7,
  unit: 'EA',
  onHand: '0',
  allocated: '0',
  onHold: '0',
  inTransit: '0',
  asOf: '2026-11-23T06:00:00.000Z',
  ...differing,
});
