import { describe, expect, it } from 'vitest';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { unwrap } from '#core/kernel/result.ts';
import { certify } from '#edi/certification/certify.ts';
import { anEdifactAgreement, anX12Agreement, aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const clock = fixedClock('2026-11-23T08:00:00.000Z');
const room = () => ({ records: memoryRecords({ clock }), objects: memoryObjects(), clock });

const everything: PartnerAgreement['documents'] = {
  send: ['purchase-order', 'order-change', 'planning-schedule', 'product-activity'],
  receive: [
    'order-acknowledgement',
    'order-change-answer',
    'ship-notice',
    'supplier-invoice',
    'supplier-stock',
    'supplier-catalog',
  ],
};
const certified = async (edi: EdiAgreement, changes: Partial<PartnerAgreement> = {}) =>
  unwrap(await certify(room, aPartnerAgreement({ edi, documents: everything, ...changes }), 3));

const standards: readonly (readonly [string, EdiAgreement])[] = [
  ['X12 004010', anX12Agreement()],
  [
    'X12 005010 with a 999 and its own characters',
    anX12Agreement({
      version: '005010',
      acknowledgements: { send: '999' },
      delimiters: { element: '|', component: '<', terminator: '\n', repetition: '!' },
    }),
  ],
  ['EDIFACT D.96A', anEdifactAgreement()],
  [
    'EDIFACT D.01B, syntax 4, in test',
    anEdifactAgreement({
      version: 'D01B',
      usage: 'test',
      syntax: { identifier: 'UNOW', version: '4' },
      association: 'EAN010',
    }),
  ],
];

describe('certification of a partner', () => {
  it.each(standards)('[S10] %s: every case of the script goes as agreed', async (_, edi) => {
    const report = await certified(edi);
    expect(report.cases.filter(({ passed }) => !passed)).toEqual([]);
    expect(report).toMatchObject({ failed: 0, agreementVersion: 3, at: '2026-11-23T08:00:00.000Z' });
    expect(report.passed).toBe(report.cases.length);
    expect(report.passed).toBeGreaterThan(20);
  });
});
