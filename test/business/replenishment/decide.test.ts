import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, recompute } from '#business/replenishment/decide.ts';
import { planningContext } from '#business/replenishment/planning-context.ts';
import {
  decisionRecordSchema,
  type OpenSupply,
  type PlanningInput,
} from '#core/canonical/decision-record.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import { aPlanningInput, thePosition, theTerms } from '#test/builders/a-planning-input.ts';

const moment = { runId: 'run-1', plannedAt: '2026-11-23T08:00:00.000Z', reviewDays: 7 };
const decided = (differing: Partial<PlanningInput> = {}, at: Partial<typeof moment> = {}) =>
  decide(aPlanningInput(differing), planningContext({ ...moment, ...at }));

const supply = (differing: Partial<OpenSupply> = {}): OpenSupply => ({
  purchaseOrderId: 'po-1',
  version: 2,
  lineNumber: 1,
  state: 'confirmed',
  openQuantity: '250',
  expectedDate: '2026-12-03',
  ...differing,
});
const weekly = (quantity: string, weeks = 3) => ({
  ...aPlanningInput().forecast,
  quantities: new Array(weeks).fill(quantity),
});
const column = (record: ReturnType<typeof decided>, name: 'receipts' | 'demand' | 'net' | 'projected') =>
  record.net.map((row) => row[name]).join(' ');

describe('a decision record', () => {
  test('[R4] holds inputs with versions, the net table, every verdict, quantities and dates: golden', async () => {
    const record = decided({
      position: thePosition({ onHand: '120', onHold: '20', allocated: '60' }),
      policy: { version: 5, method: 'time_phased', safetyStock: '37', eligible: true },
      terms: theTerms({ orderUnit: 'XCS', leadTimeDays: 10 }),
      supply: [supply({ openQuantity: '63', expectedDate: '2026-12-11' })],
      forecast: weekly('200', 5),
    });
    expect(record.outcome).toBe('adjusted');
    expect(record.verdicts.find(({ rule }) => rule === 'unit-conversion')?.because).toBe(
      '474 → 480: cases of 48',
    );
    await expect(`${JSON.stringify(record, undefined, 2)}\n`).toMatchFileSnapshot(
      'decision-record.golden.json',
    );
  });

  test('[R10] starts from on hand less on hold; what is allocated is not taken off a second time', () => {
    const record = decided({
      position: thePosition({ onHand: '120', onHold: '20', allocated: '60' }),
      forecast: weekly('10'),
    });
    expect(column(record, 'projected')).toBe('90 80 70');
    expect(record.outcome).toBe('enough');
  });

  test('[R10] an open order counts when it can be used: past due in the first week, on a Friday in the next', () => {
    const orders = [
      supply({ expectedDate: '2026-11-02', openQuantity: '5' }),
      supply({ expectedDate: '2026-12-04', openQuantity: '7' }),
    ];
    expect(column(decided({ supply: orders, forecast: weekly('1') }), 'receipts')).toBe('5 7 0');
  });

  test('[R10] what comes beyond the horizon is not counted, and said', () => {
    const record = decided({ supply: [supply({ expectedDate: '2026-12-21' })], forecast: weekly('1') });
    expect(column(record, 'receipts')).toBe('0 0 0');
    expect(record.remarks).toEqual(['Beyond the horizon and not counted: 250 of order po-1 on 2026-12-21.']);
  });

  test('[R10] where an order takes longer than the horizon, one placed before counts in its last week', () => {
    const slow = { terms: theTerms({ leadTimeDays: 30 }), forecast: weekly('10') };
    const { order } = decided(slow);
    expect(order).toMatchObject({ baseQuantity: { value: '30' }, requestedDate: '2027-01-06' });
    const record = decided({ ...slow, supply: [supply({ openQuantity: '30', expectedDate: '2027-01-06' })] });
    expect(record).toMatchObject({ outcome: 'enough', remarks: [] });
    expect(column(record, 'receipts')).toBe('0 0 30');
  });

  test('[R10] stock on its way between our own locations counts in the first week', () =>
    expect(
      column(decided({ position: thePosition({ inTransit: '40' }), forecast: weekly('10') }), 'receipts'),
    ).toBe('40 0 0'));

  test('[R15] weeks that are over drop, the one under way counts', () => {
    const record = decided({ forecast: weekly('10', 4) }, { plannedAt: '2026-12-09T08:00:00.000Z' });
    expect(record.net.map(({ bucket }) => bucket)).toEqual(['2026-12-07', '2026-12-14', '2026-12-21']);
    expect(record.requirement?.needDate).toBe('2026-12-09');
  });

  test('[R15] a forecast that is over says nothing, and the record says that', () => {
    const record = decided({ forecast: weekly('10', 1) }, { plannedAt: '2026-12-09T08:00:00.000Z' });
    expect(record).toMatchObject({ outcome: 'enough', net: [] });
    expect(record.remarks).toContain('Every week of the forecast is over: nothing can be said.');
  });

  test('[R12] what cannot be there in time is ordered today and shows when it will be', () => {
    const record = decided();
    expect(record.requirement).toEqual({ quantity: '200', unit: 'EA', needDate: '2026-11-30' });
    expect(record.order).toMatchObject({
      orderDate: '2026-11-23',
      requestedDate: '2026-12-02',
      deliveryDate: '2026-12-03',
      expedite: true,
    });
  });

  test('[R12] what can wait for the next review is not ordered now', () => {
    const stocked = (onHand: string) => decided({ position: thePosition({ onHand }) });
    expect(stocked('200').outcome).toBe('enough');
    expect(stocked('199')).toMatchObject({
      outcome: 'passed',
      requirement: { quantity: '1', needDate: '2026-12-07' },
      order: { orderDate: '2026-11-25', requestedDate: '2026-12-04', expedite: false },
    });
  });

  test('[R2] an item-location that nothing covers is refused with the reason, not left out', () => {
    const record = decided({ terms: undefined, supplier: undefined });
    expect(record).toMatchObject({ outcome: 'refused', requirement: { quantity: '1300' } });
    expect(record.verdicts.at(-1)).toEqual({
      rule: 'lead-time',
      verdict: 'refused',
      because: 'No supplier has terms for item I1.',
    });
    expect(record.order).toBeUndefined();
  });

  test('[R1] an item without stock records counts as empty, and the record says so', () =>
    expect(decided({ position: undefined }).remarks).toEqual([
      'There is no inventory position: stock counts as zero.',
    ]));

  test('[C6] the value follows the quantity the price is for', () =>
    expect(decided().order).toMatchObject({
      value: { amount: '25', currency: 'EUR' },
      requirementValue: { amount: '25', currency: 'EUR' },
    }));
});

const quantity = fc.integer({ min: 0, max: 5_000_000 }).map((value) => String(value / 1000));
const date = fc.integer({ min: 0, max: 120 }).map((day) => new Date(1_794_000_000_000 + day * 86_400_000));
const anInput: fc.Arbitrary<PlanningInput> = fc
  .record({
    quantities: fc.array(quantity, { minLength: 1, maxLength: 15 }),
    onHand: quantity,
    onHold: quantity,
    safetyStock: quantity,
    orders: fc.array(fc.record({ openQuantity: quantity, at: date }), { maxLength: 3 }),
    orderUnit: fc.constantFrom('EA', 'XCS', 'XPX' as const),
    minimumOrderQuantity: quantity,
    orderMultiple: fc.constantFrom('0', '1', '4', '0.5'),
    leadTimeDays: fc.integer({ min: 0, max: 120 }),
    itemStatus: fc.constantFrom('active', 'active', 'active', 'blocked' as const),
    eligible: fc.boolean(),
    known: fc.record({
      position: fc.boolean(),
      policy: fc.boolean(),
      terms: fc.boolean(),
      item: fc.boolean(),
    }),
    unit: fc.constantFrom('EA', 'EA', 'EA', ...unitCodes),
  })
  .map((a) => {
    const { item, policy } = aPlanningInput();
    const { orderUnit, minimumOrderQuantity, orderMultiple, leadTimeDays } = a;
    return aPlanningInput({
      item: a.known.item && item ? { ...item, status: a.itemStatus } : undefined,
      terms: a.known.terms
        ? theTerms({ orderUnit, minimumOrderQuantity, orderMultiple, leadTimeDays })
        : undefined,
      policy:
        a.known.policy && policy
          ? { ...policy, safetyStock: a.safetyStock, eligible: a.eligible }
          : undefined,
      position: a.known.position
        ? thePosition({ onHand: a.onHand, onHold: a.onHold, unit: a.unit })
        : undefined,
      supply: a.orders.map(({ openQuantity, at }) =>
        supply({ openQuantity, expectedDate: at.toISOString().slice(0, 10) }),
      ),
      forecast: { ...aPlanningInput().forecast, quantities: a.quantities },
    });
  });

test('[R4] every record fits its schema and gives itself again from itself alone', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const written = JSON.stringify(decide(input, planningContext(moment)));
      const record = decisionRecordSchema.parse(JSON.parse(written));
      expect(JSON.parse(JSON.stringify(recompute(record)))).toEqual(JSON.parse(written));
    }),
    { numRuns: 500 },
  );
});

test('[R2] what is ordered is never less than what is missing, in whole multiples and not below the minimum', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const { outcome, requirement, order } = decide(input, planningContext(moment));
      expect(order === undefined).toBe(outcome === 'refused' || outcome === 'enough');
      if (!order || !requirement || !input.terms) return;
      expect(Number(order.baseQuantity.value)).toBeGreaterThanOrEqual(Number(requirement.quantity));
      expect(Number(order.quantity.value)).toBeGreaterThanOrEqual(Number(input.terms.minimumOrderQuantity));
      const step = Number(input.terms.orderMultiple);
      if (step > 0) expect(Number.isInteger(Number(order.quantity.value) / step)).toBe(true);
      expect(order.orderDate >= '2026-11-23').toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('[R1] once an order is placed as proposed, planning again the same day finds enough', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      const { order } = decide(input, planningContext(moment));
      if (!order) return;
      const placed = supply({
        purchaseOrderId: 'po-new',
        state: 'requested',
        openQuantity: order.baseQuantity.value,
        expectedDate: order.requestedDate,
      });
      const again = decide({ ...input, supply: [...input.supply, placed] }, planningContext(moment));
      expect(again.outcome).toBe('enough');
    }),
    { numRuns: 500 },
  );
});
