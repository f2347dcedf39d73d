import { describe, expect, test } from 'vitest';
import { itemStatus } from '#business/replenishment/rules/item-status.ts';
import { leadTime } from '#business/replenishment/rules/lead-time.ts';
import { locationEligibility } from '#business/replenishment/rules/location-eligibility.ts';
import { orderMinimum } from '#business/replenishment/rules/order-minimum.ts';
import { orderMultiple } from '#business/replenishment/rules/order-multiple.ts';
import { supplierStatus } from '#business/replenishment/rules/supplier-status.ts';
import { unitConversion } from '#business/replenishment/rules/unit-conversion.ts';
import { applyRules, rules } from '#business/replenishment/rules.ts';
import { ruleIds } from '#core/canonical/decision-record.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aPlanningInput, thePosition, theTerms } from '#test/builders/a-planning-input.ts';
import { ask, inCases, lateDates } from '#test/builders/a-rule-line.ts';

const { item, location, supplier, policy } = aPlanningInput();
if (!item || !location || !supplier || !policy) throw new Error('the usual input is complete');
const passed = { kind: 'passed' };

test('[R14] rules are applied in the order whether, when, unit, minimum, multiple', () => {
  expect(rules.map(({ id }) => id)).toEqual([...ruleIds]);
});

describe('item-status', () => {
  test('[R2] an active item is bought', () => expect(ask(itemStatus, '1')).toEqual(passed));
  test.each([
    ['phasing_out', 'Item I1 is phasing out and is not bought again.'],
    ['blocked', 'Item I1 is blocked.'],
    ['inactive', 'Item I1 is inactive.'],
  ] as const)('[R2] an item that is %s is refused', (status, because) =>
    expect(ask(itemStatus, '1', { item: { ...item, status } })).toEqual({ kind: 'refused', because }),
  );
  test('[R2] an item nobody knows is refused', () =>
    expect(ask(itemStatus, '1', { item: undefined })).toMatchObject({ because: 'Item I1 is not known.' }));
});

describe('supplier-status', () => {
  test('[R2] an active supplier gets orders', () => expect(ask(supplierStatus, '1')).toEqual(passed));
  test.each([
    ['on_hold', 'Supplier S1 is on hold.'],
    ['inactive', 'Supplier S1 is inactive.'],
  ] as const)('[R2] a supplier that is %s is refused', (status, because) =>
    expect(ask(supplierStatus, '1', { supplier: { ...supplier, status } })).toEqual({
      kind: 'refused',
      because,
    }),
  );
  test('[R2] a supplier nobody knows is refused; without terms there is none to judge', () => {
    expect(ask(supplierStatus, '1', { supplier: undefined })).toMatchObject({ kind: 'refused' });
    expect(ask(supplierStatus, '1', { supplier: undefined, terms: undefined })).toEqual(passed);
  });
});

describe('location-eligibility', () => {
  test('[R2] an open location may order what its policy lets it stock', () =>
    expect(ask(locationEligibility, '1')).toEqual(passed));
  test.each([
    [{ location: { ...location, status: 'closed' } }, 'Location HAM is closed.'],
    [{ location: undefined }, 'Location HAM is not known.'],
    [{ policy: undefined }, 'Location HAM has no inventory policy for item I1.'],
    [{ policy: { ...policy, eligible: false } }, 'Location HAM may not stock item I1.'],
    [{ policy: { ...policy, method: 'none' } }, 'The policy of item I1 at HAM says not to plan it.'],
  ] as const)('[R2] %j is refused', (differing, because) =>
    expect(ask(locationEligibility, '1', differing)).toEqual({ kind: 'refused', because }),
  );
});

describe('lead-time', () => {
  test('[R2] what arrives in time passes', () => expect(ask(leadTime, '1')).toEqual(passed));
  test('[R12] what cannot arrive in time is an expedite that says when it can', () =>
    expect(ask(leadTime, '1', { line: { dates: lateDates } })).toEqual({
      kind: 'passed',
      because: 'Expedite: needed on 2026-12-07, ordered today it can be used on 2026-12-10 at the earliest.',
    }));
  test.each([
    [undefined, 'No supplier has terms for item I1.'],
    [theTerms({ validTo: '2026-11-22' }), 'The terms of S1 for item I1 expired on 2026-11-22.'],
    [theTerms({ validFrom: '2026-11-24' }), 'The terms of S1 for item I1 are valid from 2026-11-24 only.'],
  ])('[R2] terms %j are refused', (terms, because) =>
    expect(ask(leadTime, '1', { terms })).toEqual({ kind: 'refused', because }),
  );
  test('[R2] terms that end today still hold', () =>
    expect(ask(leadTime, '1', { terms: theTerms({ validTo: '2026-11-23' }) })).toEqual(passed));
});

describe('unit-conversion', () => {
  const quantityOf = (verdict: ReturnType<typeof ask>) =>
    verdict.kind === 'adjusted' ? verdict.to : undefined;

  test('[R2] 437 pieces become ten cases of 48', () => {
    const verdict = ask(unitConversion, '437', { terms: inCases });
    expect(verdict).toMatchObject({ kind: 'adjusted', because: '437 → 480: cases of 48' });
    expect(quantityOf(verdict)).toMatchObject({ quantity: micros('10'), unit: 'XCS' });
  });
  test('[R2] full cases change the unit alone', () =>
    expect(ask(unitConversion, '480', { terms: inCases })).toMatchObject({
      because: '480 pieces are 10 cases',
    }));
  test('[R2] the smallest amount is a whole case', () =>
    expect(quantityOf(ask(unitConversion, '0.000001', { terms: inCases }))?.quantity).toBe(micros('1')));
  test('[R2] what is sold in the base unit is left as it is', () =>
    expect(ask(unitConversion, '437.5')).toEqual(passed));
  test('[R2] kilograms sold in grams convert without a pack', () => {
    const kilograms = { ...item, baseUnit: 'KGM' as const, packs: [] };
    const verdict = ask(unitConversion, '1.2345', {
      item: kilograms,
      line: { unit: 'KGM' },
      terms: theTerms({
        orderUnit: 'GRM',
        price: { amount: '1', currency: 'EUR', per: { value: '1', unit: 'KGM' } },
      }),
      position: thePosition({ unit: 'KGM' }),
      forecast: { ...aPlanningInput().forecast, unit: 'KGM' },
    });
    expect(quantityOf(verdict)).toMatchObject({ quantity: micros('1235'), unit: 'GRM' });
  });
  test('[R2] a unit without a pack, ordered or priced, is refused', () => {
    const because = 'Nothing says how many pieces of item I1 are in XPX.';
    expect(ask(unitConversion, '1', { terms: theTerms({ orderUnit: 'XPX' }) })).toEqual({
      kind: 'refused',
      because,
    });
    const price = { amount: '1', currency: 'EUR', per: { value: '1', unit: 'XPX' } } as const;
    expect(ask(unitConversion, '1', { terms: theTerms({ price }) })).toEqual({ kind: 'refused', because });
  });
  test('[R2] stock counted in another unit than the item is kept in is refused', () =>
    expect(ask(unitConversion, '1', { position: thePosition({ unit: 'XCS' }) })).toEqual({
      kind: 'refused',
      because: 'Item I1 is kept in EA, and XCS was counted.',
    }));
  test('[R2] a price for nothing is refused', () => {
    const price = { amount: '1', currency: 'EUR', per: { value: '0', unit: 'EA' } } as const;
    expect(ask(unitConversion, '1', { terms: theTerms({ price }) })).toMatchObject({ kind: 'refused' });
  });
});

describe('order-minimum', () => {
  const minimum = (value: string) => ({ terms: theTerms({ minimumOrderQuantity: value }) });
  test("[R2] an order is raised to the supplier's minimum", () =>
    expect(ask(orderMinimum, '80', minimum('100'))).toMatchObject({
      kind: 'adjusted',
      because: '80 → 100: at least 100 pieces an order',
      to: { quantity: micros('100') },
    }));
  test('[R2] the minimum itself is enough', () =>
    expect(ask(orderMinimum, '100', minimum('100'))).toEqual(passed));
});

describe('order-multiple', () => {
  const multiple = (value: string) => ({ terms: theTerms({ orderMultiple: value }) });
  test('[R2] an order is raised to the next multiple', () =>
    expect(ask(orderMultiple, '437', multiple('48'))).toMatchObject({
      kind: 'adjusted',
      because: '437 → 480: multiples of 48',
      to: { quantity: micros('480') },
    }));
  test('[R2] a part of a piece becomes a whole one', () =>
    expect(ask(orderMultiple, '436.2', multiple('1'))).toMatchObject({
      because: '436.2 → 437: whole pieces',
    }));
  test('[R2] a multiple is left as it is, and a multiple of zero is none', () => {
    expect(ask(orderMultiple, '480', multiple('48'))).toEqual(passed);
    expect(ask(orderMultiple, '437.5', multiple('0'))).toEqual(passed);
  });
});

describe('rules together', () => {
  const line = { quantity: micros('437'), unit: 'EA' as const, dates: lateDates };
  test('[R14] unit, then minimum, then multiple: each about what the one before left', () => {
    const inputs = aPlanningInput({
      terms: theTerms({ orderUnit: 'XCS', minimumOrderQuantity: '11', orderMultiple: '4' }),
    });
    const { outcome, line: left, verdicts } = applyRules(line, { inputs, today: '2026-11-23' });
    expect(outcome).toBe('adjusted');
    expect(left).toMatchObject({ quantity: micros('12'), unit: 'XCS' });
    expect(verdicts.slice(4)).toEqual([
      {
        rule: 'unit-conversion',
        verdict: 'adjusted',
        because: '437 → 480: cases of 48',
        before: { value: '437', unit: 'EA' },
        after: { value: '10', unit: 'XCS' },
      },
      {
        rule: 'order-minimum',
        verdict: 'adjusted',
        because: '10 → 11: at least 11 cases an order',
        before: { value: '10', unit: 'XCS' },
        after: { value: '11', unit: 'XCS' },
      },
      {
        rule: 'order-multiple',
        verdict: 'adjusted',
        because: '11 → 12: multiples of 4',
        before: { value: '11', unit: 'XCS' },
        after: { value: '12', unit: 'XCS' },
      },
    ]);
  });
  test('[R4] after a refusal no further rule is asked', () => {
    const inputs = aPlanningInput({ supplier: { ...supplier, status: 'on_hold' } });
    const { outcome, verdicts } = applyRules(line, { inputs, today: '2026-11-23' });
    expect(outcome).toBe('refused');
    expect(verdicts.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['item-status', 'passed'],
      ['supplier-status', 'refused'],
    ]);
  });
});
