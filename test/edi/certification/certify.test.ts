import { describe, expect, it } from 'vitest';
import type { EdiAgreement, PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { unwrap } from '#core/kernel/result.ts';
import { certify } from '#edi/certification/certify.ts';
import { anEdifactAgreement, anX12Agreement, aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { an855, anInterchange } from '../exchange/a-partner.ts';

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

  const failing = async (edi: EdiAgreement, changes: Partial<PartnerAgreement> = {}) =>
    (await certified(edi, changes)).cases.flatMap(({ name, passed, reason }) =>
      passed ? [] : [[name, reason] as const],
    );

  it('[S2] a separator that stands in what is written fails every case, naming the field', async () => {
    const delimiters = { element: '*', component: '-', terminator: '~' };
    const failed = await failing(anX12Agreement({ delimiters }));
    expect(failed.length).toBeGreaterThan(15);
    expect(failed[0]?.[0]).toBe('order-written');
    expect(failed[0]?.[1]).toMatch(
      /^order CERT-0001 could not be sent to acme; edi-unwritable: BEG03 contains "-"/,
    );
  });

  it('[S2] a deviation that breaks a document fails its cases and no others', async () => {
    const because = 'they write dates elsewhere';
    const broken = {
      document: 'supplier-invoice',
      level: 'canonical',
      expression: 'nothing',
      because,
    } as const;
    const failed = await failing(anEdifactAgreement(), { deviations: [broken] });
    expect(failed.map(([name]) => name)).toEqual(['invoice', 'invoice-price']);
    expect(failed[0]?.[1]).toContain('the deviation "they write dates elsewhere" failed: it gives nothing');
  });

  it('[S2] a deviation that moves what it should is certified; what it means only the partner knows', async () => {
    const because = 'their price is per thousand';
    const expression = '$ ~> |lines|{"description": "moved"}|';
    const moved = { document: 'order-acknowledgement', level: 'canonical', expression, because } as const;
    expect(await failing(anX12Agreement(), { deviations: [moved] })).toEqual([]);
  });

  it('[S10] what is not agreed is not rehearsed: the cases follow the documents of the agreement', async () => {
    const documents = { send: ['purchase-order' as const], receive: ['ship-notice' as const] };
    const { cases } = await certified(anX12Agreement({ acknowledgements: { send: 'none' } }), { documents });
    expect(cases.map(({ name, passed }) => `${name} ${passed}`)).toEqual([
      'order-written true',
      'acknowledgement-accepts true',
      'acknowledgement-rejects true',
      'ship-notice true',
      'ship-notice-short true',
      'sent-twice true',
      'number-used-again true',
      'wrong-count true',
      'cut-off true',
      'garbled true',
      'stranger true',
      'not-agreed true',
    ]);
  });

  it("[S10] the partner's own files are read too, and what is wrong in them is told with its place", async () => {
    const { us, them } = anX12Agreement();
    const good = anInterchange([an855('PO-1')], { from: them, to: us });
    const bad = good.replace('ACK*IA*480', 'ACK*IA*4X0');
    const strange = anInterchange([an855('PO-1')], { to: us });
    const samples = [good, bad, strange, 'no interchange'].map((text, i) => ({
      name: `${i}.edi`,
      bytes: Buffer.from(text),
    }));
    const agreement = aPartnerAgreement({ edi: anX12Agreement() });
    const { cases } = unwrap(await certify(room, agreement, 1, samples));
    const own = cases.filter(({ name }) => name.startsWith('sample'));
    expect(own.map(({ passed }) => passed)).toEqual([true, false, false, false]);
    expect(own[0]?.title).toBe("The partner's own file 0.edi is read, every document of it");
    expect(own[1]?.reason).toMatch(/^855 segment 4 ACK, element 2: /);
    expect(own[2]?.reason).toMatch(/nobody is known as 14:4098765000003/);
    expect(own[3]?.reason).toMatch(/it begins with neither ISA nor UNA nor UNB/);
  });
});
