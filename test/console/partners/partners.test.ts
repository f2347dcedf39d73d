import { describe, expect, it } from 'vitest';
import { clocksOf } from '#console/pages/partners/clocks.ts';
import { lastMonths, monthText } from '#console/pages/partners/months.ts';
import { behind, measureWords, seriesOf, valueText } from '#console/pages/partners/scorecards.ts';
import {
  acknowledgementText,
  addressText,
  channelText,
  deadlineFacts,
  documentText,
  toleranceFacts,
} from '#console/pages/partners/wording.ts';
import type { Interchange, Partner, Scorecard } from '#contracts/client.ts';
import { receivedDocumentSchema, sentDocumentSchema } from '#core/canonical/partner-agreement.ts';
import { supplierMeasureIds, supplierMeasures } from '#core/canonical/scorecard.ts';

const edi: NonNullable<Partner['edi']> = {
  standard: 'edifact',
  us: { qualifier: '14', id: '4012345000009' },
  them: { qualifier: '', id: '7350012345676' },
  usage: 'production',
  reading: 'strict',
  duplicates: 'answer-again',
  version: 'D96A',
  syntax: { identifier: 'UNOC', version: '3' },
  acknowledgements: { send: 'CONTRL', expectWithinMinutes: 240 },
};
const withoutEdi: Partner = {
  id: 'nordbolt',
  name: 'Nordbolt AB',
  status: 'active',
  supplierId: 'sup-nordbolt',
  transport: 'mailbox',
  documents: { send: ['purchase-order'], receive: ['ship-notice'] },
  answerWithinHours: 24,
  changeQuantities: 'total',
  tolerances: {
    quantityOverPercent: '0',
    quantityUnderPercent: '5',
    pricePercent: '2',
    priceAmount: '1',
    daysEarly: 5,
    daysLate: 1,
    invoicePercent: '1',
    invoiceAmount: '5',
  },
  receiptWithinDays: 10,
  agreedCharges: [],
  deviations: [],
  version: 3,
};
const nordbolt: Partner = { ...withoutEdi, edi };

describe('[S2] an agreement in words', () => {
  it('[S2] says how we exchange', () => {
    expect(channelText(nordbolt)).toBe('EDIFACT D96A by mailbox');
    expect(channelText({ ...nordbolt, transport: 'https' })).toBe('EDIFACT D96A over HTTPS');
    expect(channelText(withoutEdi)).toBe('API only');
    expect(addressText(edi.us)).toBe('14:4012345000009');
    expect(addressText(edi.them)).toBe('7350012345676');
  });

  it('[S2] names every document that can be agreed, in the standard of the partner', () => {
    for (const kind of [...sentDocumentSchema.options, ...receivedDocumentSchema.options]) {
      expect(documentText(kind, nordbolt)).toMatch(/^[A-Z][a-z ]+ \([A-Z]{6}\)$/);
    }
    expect(documentText('ship-notice', withoutEdi)).toBe('Ship notice');
  });

  it('[S2] says by when what has to happen', () => {
    expect(acknowledgementText(nordbolt)).toBe('We send CONTRL; we expect theirs within 4 h');
    expect(acknowledgementText({ ...nordbolt, edi: { ...edi, acknowledgements: { send: 'none' } } })).toBe(
      'We send none; we expect none',
    );
    const said = Object.fromEntries(
      deadlineFacts({ ...nordbolt, silentAfterDays: 1 }).map((f) => [f.label, f.value]),
    );
    expect(said['Answers an order or a change']).toBe('within 1 d');
    expect(said['Somebody is told of silence']).toBe('after 1 day');
  });

  it('[S2] says how far something may differ', () => {
    expect(toleranceFacts(nordbolt).map(({ value }) => value)).toEqual([
      'up to 0 % more, up to 5 % fewer',
      '2 %, and at most 1',
      '5 days early, 1 day late',
      '1 %, and at most 5',
    ]);
  });
});

describe('[S4] acknowledgement clocks', () => {
  const now = Date.parse('2026-11-21T10:00:00.000Z');
  const sent = (id: string, change: Partial<Interchange>): Interchange => ({
    id,
    direction: 'out',
    state: 'sent',
    sha256: 'a'.repeat(64),
    fileName: `${id}.edi`,
    transactions: 1,
    rejected: 0,
    repeats: 0,
    findings: [],
    isAcknowledgement: false,
    at: '2026-11-21T08:00:00.000Z',
    version: 1,
    updatedAt: '2026-11-21T08:00:00.000Z',
    correlationId: 'c-1',
    ...change,
  });

  it('[S4] only what we sent, needs an acknowledgement and has none yet runs; the most urgent first', () => {
    const due = '2026-11-21T12:00:00.000Z';
    const past = '2026-11-21T09:00:00.000Z';
    const clocks = clocksOf(
      [
        sent('later', { acknowledgementDueAt: due }),
        sent('past', { acknowledgementDueAt: past }),
        sent('overdue', { acknowledgementDueAt: '2026-11-20T09:00:00.000Z', state: 'overdue' }),
        sent('accepted', { acknowledgementDueAt: due, state: 'accepted' }),
        sent('needs-none', {}),
        sent('theirs', { acknowledgementDueAt: due, direction: 'in' }),
      ],
      now,
    );
    expect(clocks.map(({ interchange, overdue }) => [interchange.id, overdue])).toEqual([
      ['overdue', true],
      ['past', true],
      ['later', false],
    ]);
  });
});

describe('[S8] scorecards', () => {
  const card = (month: string, value?: string): Scorecard => ({
    supplierId: 'sup-nordbolt',
    month,
    from: `${month}-01`,
    to: `${month}-28`,
    asOf: '2026-11-21T08:00:00.000Z',
    complete: true,
    measures: [
      {
        measure: 'on-time',
        unit: 'percent',
        ...(value !== undefined && { value }),
        numerator: 1,
        denominator: 2,
        counted: [],
        missed: [],
      },
    ],
  });

  it('[S8] every measure is called what it is called where it is computed', () => {
    for (const id of supplierMeasureIds) expect(measureWords[id].name).toBe(supplierMeasures[id].name);
  });

  it('[S8] a period is its last months, across the turn of the year', () => {
    expect(lastMonths(3, new Date('2026-01-31T23:00:00Z'))).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(monthText('2026-11', 'en-GB')).toBe('Nov 2026');
  });

  it('[S8] a month with nothing to measure has no bar and a dash', () => {
    const [series] = seriesOf([card('2026-10', '92.5'), card('2026-11')], ['on-time']);
    expect(series?.points.map(({ y }) => y)).toEqual([92.5]);
    expect(valueText({ unit: 'percent' })).toBe('–');
    expect(valueText({ unit: 'percent', value: '92.5' })).toBe('92.5 %');
    expect(valueText({ unit: 'hours', value: '5.5' })).toBe('5.5 h');
  });

  it('[S8] what is behind a figure leads to its order or its invoice', () => {
    expect(behind('on-time', 'po-1#10')).toEqual({
      type: 'purchase-order',
      id: 'po-1',
      text: 'po-1, line 10',
    });
    expect(behind('acknowledgement-time', 'po-1')).toEqual({
      type: 'purchase-order',
      id: 'po-1',
      text: 'po-1',
    });
    expect(behind('price-accuracy', 'in-1#1')).toEqual({ type: 'invoice', id: 'in-1', text: 'in-1, line 1' });
  });
});
