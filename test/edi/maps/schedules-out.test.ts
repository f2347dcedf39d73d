import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import { planningScheduleSchema } from '#core/canonical/planning-schedule.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import type { LoopInstance } from '#edi/codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '#edi/codec/loop-instance.ts';
import type { Segment } from '#edi/codec/segment.ts';
import { writeDelfor } from '#edi/maps/edifact/delfor.ts';
import * as edifact from '#edi/maps/edifact/parts.ts';
import { loopsBeginning, Reading } from '#edi/maps/reading.ts';
import { spanOf } from '#edi/maps/schedule-buckets.ts';
import { write830 } from '#edi/maps/x12/830.ts';
import * as x12 from '#edi/maps/x12/parts.ts';
import { aSchedule } from './a-schedule.ts';
import { aContext } from './an-order.ts';
import { transactionOf } from './reading.ts';
import { messagesOf, sentAsEdifact, sentAsX12 } from './sent.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../fixtures/edi/maps', name);

const as830 = (schedule: PlanningSchedule, context = aContext(), version = '004010'): string =>
  sentAsX12(write830(schedule, context, version), { type: '830', group: 'PS', version });
const asDelfor = (schedule: PlanningSchedule, context = aContext(), directory = 'D96A'): string =>
  sentAsEdifact(writeDelfor(schedule, context, directory), 'DELFOR', directory);

const none: LoopInstance = { name: '', segments: [], loops: [] };

/** What a supplier reads out of our 830. */
function itemsOf830(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  return loopsIn(transaction.root ?? none, 'LIN').map((loop) => {
    const lin = segmentIn(loop, 'LIN');
    return {
      lineNumber: lin?.text(1),
      numbers: x12.readItem(reading, lin, 2),
      unit: segmentIn(loop, 'UIT')?.text(1),
      description: x12.readDescription(reading, loop),
      buckets: loopsIn(loop, 'FST').flatMap((fst) => fst.segments.map(elementsOf)),
      received: loopsIn(loop, 'SHP').flatMap((shp) => shp.segments.map(elementsOf)),
    };
  });
}

const elementsOf = ({ elements }: Segment) => elements;

/** What a supplier reads out of our DELFOR: quantity, condition and days of everything scheduled. */
function itemsOfDelfor(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  const ofPlace = loopsBeginning(transaction.root ?? none, 'GIS')[0] ?? transaction.root ?? none;
  const inPlace = loopsBeginning(ofPlace, 'LIN');
  const lines = inPlace.length > 0 ? inPlace : loopsBeginning(ofPlace, 'NAD').flatMap(linesIn);
  return lines.map((loop) => ({
    lineNumber: segmentIn(loop, 'LIN')?.text(1),
    numbers: edifact.readItem(reading, loop),
    description: edifact.readDescription(reading, loop),
    scheduled: [
      ...loopsBeginning(loop, 'QTY').map((group) => scheduleOf(group, segmentIn(group, 'SCC'))),
      ...loopsBeginning(loop, 'SCC').flatMap((scc) =>
        loopsBeginning(scc, 'QTY').map((group) => scheduleOf(group, segmentIn(scc, 'SCC'))),
      ),
    ],
  }));
}

const linesIn = (loop: LoopInstance): readonly LoopInstance[] => loopsBeginning(loop, 'LIN');

const scheduleOf = (group: LoopInstance, scc: Segment | undefined) => ({
  quantity: segmentIn(group, 'QTY')?.elements[0],
  condition: scc?.elements,
  days: segmentsIn(group, 'DTM').map((dtm) => [dtm.text(1), dtm.text(1, 2)]),
});

const digits = (date: string): string => date.replaceAll('-', '');

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`.replace(/0+$/, ''));
const bucket = fc.record({
  period: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  quantity: decimals,
  commitment: fc.constantFrom('firm' as const, 'planning' as const),
});
const item = fc.record({
  unit: fc.constantFrom(...unitCodes),
  buckets: fc.array(bucket, { minLength: 1, maxLength: 8 }),
  number: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
});
type AnyItem = typeof item extends fc.Arbitrary<infer T> ? T : never;

function scheduleWith(items: readonly AnyItem[]) {
  const context = aContext({
    items: new Map(
      items.map(({ number }, i) => [
        `I${i}`,
        { identifiers: [{ scheme: 'buyer-item', value: number }], description: `item ${i}` },
      ]),
    ),
  });
  const planned = items.map(({ unit, buckets }, i) => ({ itemId: `I${i}`, unit, buckets }));
  return { schedule: aSchedule({ items: planned }), context };
}

const spans = { day: ['D', 'Y'], week: ['W', 'W'], month: ['M', 'M'], interval: ['F', 'F'] } as const;

describe('planning schedules out', () => {
  test('[S16] the schedule of these tests is one by its schema, and a period that ends first is none', () => {
    expect(planningScheduleSchema.safeParse(aSchedule()).error).toBeUndefined();
    const backwards = aSchedule({ horizon: { from: '2026-11-23', to: '2026-11-22' } });
    expect(planningScheduleSchema.safeParse(backwards).error?.issues).toMatchObject([
      { path: ['horizon'], message: 'must not end before it begins' },
    ]);
  });

  test('[S16] buckets stand in the order of their periods and none begins before the last has ended', () => {
    const [planned] = aSchedule().items;
    if (!planned) throw new Error('an item is needed');
    const issues = (buckets: typeof planned.buckets) =>
      planningScheduleSchema.safeParse(aSchedule({ items: [{ ...planned, buckets }] })).error?.issues;
    expect(issues(planned.buckets)).toBeUndefined();
    expect(issues(planned.buckets.toReversed())).toMatchObject([{ path: ['items', 0, 'buckets'] }]);
    const [first, second] = planned.buckets;
    if (!first || !second) throw new Error('two buckets are needed');
    const sameDay = { ...second, period: { from: first.period.to, to: second.period.to } };
    expect(issues([first, sameDay])).toMatchObject([{ message: /may not overlap/ }]);
  });

  test.each(['004010', '005010'])(
    '[S16] a schedule becomes the 830 %s of its golden file',
    async (version) => {
      const text = as830(aSchedule(), aContext(), version);
      await expect(text).toMatchFileSnapshot(golden(`830-schedule.${version}.golden.x12`));
    },
  );

  test.each(['D96A', 'D01B'])(
    '[S16] a schedule becomes the DELFOR %s of its golden file',
    async (directory) => {
      const text = asDelfor(aSchedule(), aContext(), directory);
      await expect(text).toMatchFileSnapshot(golden(`DELFOR-schedule.${directory}.golden.edi`));
    },
  );

  test.each(['004010', '005010'])(
    '[S16] whatever schedule goes out as 830 %s comes in with every bucket in its place',
    (version) => {
      fc.assert(
        fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
          const { schedule, context } = scheduleWith(items);
          const read = itemsOf830(as830(schedule, context, version));
          expect(read.map(({ lineNumber }) => lineNumber)).toEqual(items.map((_, i) => String(i + 1)));
          expect(read.map(({ numbers }) => numbers)).toEqual(
            items.map(({ number }) => [{ scheme: 'buyer-item', value: number }]),
          );
          expect(read.map(({ description }) => description)).toEqual(items.map((_, i) => `item ${i}`));
          expect(read.map(({ buckets }) => buckets)).toEqual(
            items.map(({ buckets }) =>
              buckets.map(({ period, quantity, commitment }) => {
                const span = spans[spanOf(period)][0];
                const last = span === 'F' ? [digits(period.to)] : [];
                return [quantity, commitment === 'firm' ? 'C' : 'D', span, digits(period.from), ...last];
              }),
            ),
          );
        }),
        { numRuns: 100 },
      );
    },
  );

  test.each(['D96A', 'D01B'])(
    '[S16] whatever schedule goes out as DELFOR %s comes in with every bucket in its place',
    (directory) => {
      fc.assert(
        fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
          const { schedule, context } = scheduleWith(items);
          const read = itemsOfDelfor(asDelfor(schedule, context, directory));
          expect(read).toEqual(
            items.map(({ unit, buckets, number }, i) => ({
              lineNumber: String(i + 1),
              numbers: [{ scheme: 'buyer-item', value: number }],
              description: `item ${i}`,
              scheduled: buckets.map(({ period, quantity, commitment }) => ({
                quantity: ['113', quantity, unit],
                condition: [commitment === 'firm' ? '1' : '4', '', spans[spanOf(period)][1]],
                days:
                  period.from === period.to
                    ? [['2', digits(period.from)]]
                    : [
                        ['64', digits(period.from)],
                        ['63', digits(period.to)],
                      ],
              })),
            })),
          );
        }),
        { numRuns: 100 },
      );
    },
  );

  test('[S16] what was received so far goes with the item: the last shipment, and all of them', () => {
    expect(itemsOf830(as830(aSchedule()))[0]?.received).toEqual([
      ['01', '480', '050', '20261118'],
      ['SI', 'SH-9'],
      ['02', '12480', '051', '20260101', '', '20261121'],
    ]);
    expect(itemsOfDelfor(asDelfor(aSchedule()))[0]?.scheduled.slice(0, 2)).toEqual([
      {
        quantity: ['70', '12480', 'EA'],
        condition: undefined,
        days: [
          ['51', '20260101'],
          ['52', '20261121'],
        ],
      },
      { quantity: ['48', '480', 'EA'], condition: undefined, days: [['50', '20261118']] },
    ]);
  });

  test('[S16] each release replaces the last, and the first replaces none', () => {
    const { replaces, ...first } = aSchedule();
    expect(replaces).toBe('47');
    expect(as830(aSchedule())).toContain('BFR*05*48**DL*A*20261123*20270228*20261121~');
    expect(as830(first)).toContain('BFR*00*48**');
    expect(asDelfor(aSchedule())).toContain("BGM+241+48+5'");
    expect(asDelfor(aSchedule())).toContain("RFF+AIE:47'");
    expect(asDelfor(first)).toContain("BGM+241+48+9'");
    expect(asDelfor(first)).not.toContain('RFF+AIE');
  });

  const writers = [
    ['830', (schedule: PlanningSchedule, context = aContext()) => write830(schedule, context, '004010')],
    ['DELFOR', (schedule: PlanningSchedule, context = aContext()) => writeDelfor(schedule, context, 'D96A')],
  ] as const;

  test.each(writers)('[S16] an %s is for one ship-to', (_, write) => {
    const parties = aContext().parties.filter(({ role }) => role !== 'ship_to');
    expect(messagesOf(write(aSchedule(), aContext({ parties })))).toEqual([
      'a schedule is for one ship-to, 0 are given',
    ]);
    const twice = [...aContext().parties, ...aContext().parties.filter(({ role }) => role === 'ship_to')];
    expect(messagesOf(write(aSchedule(), aContext({ parties: twice })))).toEqual([
      'a schedule is for one ship-to, 2 are given',
    ]);
  });

  test.each(writers)('[S16] an %s names no item by a number that is only ours', (_, write) => {
    const items = new Map([['I2', { identifiers: [{ scheme: 'tryton:product', value: '17' }] }]]);
    expect(messagesOf(write(aSchedule(), aContext({ items })))).toEqual([
      'line 1 has no number of I1 that the partner knows',
      'line 2 has no number of I2 that the partner knows',
    ]);
  });

  test.each(writers)('[S16] an %s whose number is too long for its version names the element', (_, write) => {
    expect(write(aSchedule({ number: '4'.repeat(39) }))).toMatchObject({
      ok: false,
      faults: [{ position: 2, message: /39 characters/ }],
    });
  });

  test('[S16] a version without the document is named', () => {
    expect(messagesOf(write830(aSchedule(), aContext(), '003020'))).toEqual([
      'there is no 830 in version 003020',
    ]);
    expect(messagesOf(writeDelfor(aSchedule(), aContext(), 'D99Z'))).toEqual(['there is no DELFOR in D99Z']);
  });

  test.each([
    ['2026-11-25', '2026-11-25', 'day'],
    ['2026-11-30', '2026-12-06', 'week'],
    ['2026-12-01', '2026-12-07', 'interval'],
    ['2028-02-01', '2028-02-29', 'month'],
    ['2027-02-01', '2027-02-27', 'interval'],
    ['2027-02-01', '2027-02-28', 'month'],
    ['2027-01-01', '2027-02-28', 'interval'],
    ['2027-02-02', '2027-02-28', 'interval'],
    ['2026-12-01', '2026-12-31', 'month'],
  ])('[S16] %s to %s is a %s', (from, to, span) => {
    expect(spanOf({ from, to })).toBe(span);
  });
});
