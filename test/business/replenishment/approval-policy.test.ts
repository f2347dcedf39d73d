import { describe, expect, test } from 'vitest';
import { approvalReasons } from '#business/replenishment/approval-policy.ts';
import type { Draft } from '#business/replenishment/model.ts';
import type { ApprovalPolicy } from '#core/canonical/settings.ts';

const policy: ApprovalPolicy = {
  name: 'standard',
  maximumValue: [{ amount: '1000', currency: 'EUR' }],
  maximumDeviationPercent: '10',
  suppliers: ['S1', 'S2'],
  decideWithinHours: 24,
};

const draft = (amount: string, ordered: string, supplierId = 'S1'): Draft => ({
  itemId: 'I1',
  locationId: 'HAM',
  netRequirement: { value: '437', unit: 'EA' },
  needDate: '2026-12-07',
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  order: {
    supplierId,
    quantity: { value: '10', unit: 'XCS' },
    baseQuantity: { value: ordered, unit: 'EA' },
    value: { amount, currency: 'EUR' },
    requirementValue: { amount, currency: 'EUR' },
    orderDate: '2026-11-25',
    requestedDate: '2026-12-04',
    deliveryDate: '2026-12-07',
    expedite: false,
  },
  decisionRecord: { key: 'runs/run-1/decisions/0.ndjson', offset: 0, length: 1 },
});

describe('approval policy', () => {
  test('[R5] inside value, deviation and supplier no reason is left', () =>
    expect(approvalReasons(draft('1000', '480'), policy)).toEqual([]));
  test('[R5] without a policy nothing is approved', () =>
    expect(approvalReasons(draft('0.01', '437'), undefined)).toEqual(['No approval policy is set.']));
  test('[R5] every limit that is passed is named', () =>
    expect(approvalReasons(draft('1000.01', '528', 'S3'), policy)).toEqual([
      'The value of 1000.01 EUR is above the 1000 EUR of policy standard.',
      'The order is 20.8 % above the net requirement; policy standard allows 10 %.',
      'Policy standard does not cover supplier S3.',
    ]));
  test('[R5] a currency without a limit needs a person', () =>
    expect(
      approvalReasons(draft('1', '437'), { ...policy, maximumValue: [{ amount: '1000', currency: 'USD' }] }),
    ).toEqual(['Policy standard has no limit for EUR.']));
  test('[R5] a policy for all suppliers covers each', () =>
    expect(approvalReasons(draft('1', '437', 'S9'), { ...policy, suppliers: 'all' })).toEqual([]));
});
