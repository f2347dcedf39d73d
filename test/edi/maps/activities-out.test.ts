import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActivityKind, ProductActivity } from '#core/canonical/product-activity.ts';
import { activityKinds, productActivitySchema } from '#core/canonical/product-activity.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import type { LoopInstance } from '#edi/codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '#edi/codec/loop-instance.ts';
import { units as edifactUnits } from '#edi/maps/edifact/codes.ts';
import * as edifact from '#edi/maps/edifact/parts.ts';
import { writeSlsrpt } from '#edi/maps/edifact/slsrpt.ts';
import { loopsBeginning, Reading } from '#edi/maps/reading.ts';
import { write852 } from '#edi/maps/x12/852.ts';
import { units } from '#edi/maps/x12/codes.ts';
import * as x12 from '#edi/maps/x12/parts.ts';
import { anActivity, anActivityContext } from './a-schedule.ts';
import { transactionOf } from './reading.ts';
import { messagesOf, sentAsEdifact, sentAsX12 } from './sent.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../fixtures/edi/maps', name);

const as852 = (report: ProductActivity, context = anActivityContext(), version = '004010'): string =>
  sentAsX12(write852(report, context, version), { type: '852', group: 'PD', version });
const asSlsrpt = (report: ProductActivity, context = anActivityContext(), directory = 'D96A'): string =>
  sentAsEdifact(writeSlsrpt(report, context, directory), 'SLSRPT', directory);

const none: LoopInstance = { name: '', segments: [], loops: [] };

/** One line of a report: item, location, code of the kind, quantity, unit. */
type Figure = readonly [string, string, string, string, string | undefined];

/** What a supplier reads out of our 852; a ZA that is not the sum of its SDQ throws. */
function figuresOf852(text: string): Figure[] {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  return loopsIn(transaction.root ?? none, 'N1')
    .concat(transaction.root ?? none)
    .flatMap((loop) => loopsIn(loop, 'LIN'))
    .flatMap((loop) => {
      const item = x12.readItem(reading, segmentIn(loop, 'LIN'), 2)[0]?.value ?? '';
      return loopsIn(loop, 'ZA').flatMap((activity) => {
        const za = segmentIn(activity, 'ZA');
        const figures = segmentsIn(activity, 'SDQ').flatMap(({ elements }) =>
          elements
            .slice(2)
            .flatMap((place, i, all): Figure[] =>
              i % 2 === 0
                ? [
                    [
                      item,
                      String(place),
                      za?.text(1) ?? '',
                      String(all[i + 1]),
                      units.get(String(elements[0])),
                    ],
                  ]
                : [],
            ),
        );
        const sum = figures.reduce((total, [, , , quantity]) => total + Number(quantity), 0);
        if (Math.abs(sum - Number(za?.text(2))) > 1e-6) throw new Error(`${za?.text(2)} is not ${sum}`);
        return figures;
      });
    });
}

/** What a supplier reads out of our SLSRPT. */
function figuresOfSlsrpt(text: string): Figure[] {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  return loopsBeginning(transaction.root ?? none, 'LOC').flatMap((loc) => {
    const place = segmentIn(loc, 'LOC')?.text(2) ?? '';
    return loopsBeginning(loc, 'LIN').flatMap((line) => {
      const item = edifact.readItem(reading, line)[0]?.value ?? '';
      return loopsBeginning(line, 'QTY').map(({ segments: [qty] }): Figure => {
        const unit = edifactUnits.get(qty?.text(1, 3) ?? '');
        return [item, place, qty?.text(1) ?? '', qty?.text(1, 2) ?? '', unit];
      });
    });
  });
}

const x12Codes: Readonly<Record<ActivityKind, string>> = {
  sold: 'QS',
  returned: 'QU',
  received: 'QR',
  on_hand: 'OH',
  available: 'QA',
  allocated: 'QC',
  on_hold: 'QH',
  in_transit: 'QI',
  on_order: 'QP',
};
const edifactCodes: Readonly<Partial<Record<ActivityKind, string>>> = {
  sold: '153',
  returned: '61',
  received: '48',
  on_hand: '17',
  allocated: '66',
  on_hold: '27',
  in_transit: '198',
  on_order: '73',
};

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(3, '0')}`.replace(/0+$/, ''));
const activities = (kinds: readonly ActivityKind[]) =>
  fc.uniqueArray(fc.record({ kind: fc.constantFrom(...kinds), quantity: decimals }), {
    selector: ({ kind }) => kind,
    minLength: 1,
    maxLength: 5,
  });
const anyReport = (kinds: readonly ActivityKind[]) =>
  fc.array(
    fc.uniqueArray(
      fc.record({
        item: fc.integer({ min: 0, max: 5 }),
        unit: fc.constantFrom(...unitCodes),
        activities: activities(kinds),
      }),
      { selector: ({ item }) => item, minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 24 },
  );
type AnyReport = ReturnType<typeof anyReport> extends fc.Arbitrary<infer T> ? T : never;

/** A report, and the figures it must come in with. */
function reportOf(all: AnyReport, codes: Readonly<Partial<Record<ActivityKind, string>>>) {
  const report = anActivity({
    locations: all.map((items, i) => ({
      locationId: `L${i}`,
      items: items.map(({ item, unit, activities: some }) => ({
        itemId: `I${item}`,
        unit,
        activities: some,
      })),
    })),
  });
  const context = anActivityContext({
    items: new Map(
      Array.from({ length: 6 }, (_, i) => [
        `I${i}`,
        { identifiers: [{ scheme: 'buyer-item', value: `FX-${i}` }] },
      ]),
    ),
    locations: new Map(
      all.map((_, i) => [`L${i}`, [{ scheme: i % 3 === 0 ? 'gln' : 'buyer', value: `PLACE-${i}` }]]),
    ),
  });
  const figures = all.flatMap((items, i) =>
    items.flatMap(({ item, unit, activities: some }) =>
      some.map(
        ({ kind, quantity }): Figure => [`FX-${item}`, `PLACE-${i}`, codes[kind] ?? '', quantity, unit],
      ),
    ),
  );
  return { report, context, figures };
}

const sorted = (figures: readonly Figure[]): string[] => figures.map((figure) => figure.join(' ')).sort();

describe('product activity out', () => {
  test('[S16] the report of these tests is one by its schema', () => {
    expect(productActivitySchema.safeParse(anActivity()).error).toBeUndefined();
  });

  test('[S16] an item has one figure of each kind at a location', () => {
    const sold = { kind: 'sold' as const, quantity: '1' };
    const twice = [{ itemId: 'I1', unit: 'EA' as const, activities: [sold, sold] }];
    const report = anActivity({ locations: [{ locationId: 'EAST', items: twice }] });
    expect(productActivitySchema.safeParse(report).error?.issues).toMatchObject([
      { message: 'must have each kind once' },
    ]);
  });

  test.each(['004010', '005010'])('[S16] activity becomes the 852 %s of its golden file', async (version) => {
    const text = as852(anActivity(), anActivityContext(), version);
    await expect(text).toMatchFileSnapshot(golden(`852-activity.${version}.golden.x12`));
  });

  test.each(['D96A', 'D01B'])(
    '[S16] activity becomes the SLSRPT %s of its golden file',
    async (directory) => {
      const text = asSlsrpt(anActivity(), anActivityContext(), directory);
      await expect(text).toMatchFileSnapshot(golden(`SLSRPT-activity.${directory}.golden.edi`));
    },
  );

  test.each(['004010', '005010'])(
    '[S16] whatever sold and stands somewhere comes in with every figure of the 852 %s at its item and location',
    (version) => {
      fc.assert(
        fc.property(anyReport(activityKinds), (all) => {
          const { report, context, figures } = reportOf(all, x12Codes);
          expect(sorted(figuresOf852(as852(report, context, version)))).toEqual(sorted(figures));
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(['D96A', 'D01B'])(
    '[S16] whatever sold and stands somewhere comes in with every figure of the SLSRPT %s at its item and location',
    (directory) => {
      const kinds = activityKinds.filter((kind) => kind !== 'available');
      fc.assert(
        fc.property(anyReport(kinds), (all) => {
          const { report, context, figures } = reportOf(all, edifactCodes);
          expect(figuresOfSlsrpt(asSlsrpt(report, context, directory))).toEqual(figures);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('[S16] an SDQ has room for ten locations, and the next takes the others', () => {
    const places = Array.from({ length: 23 }, (_, i) => `L${i}`);
    const activities = [{ kind: 'sold' as const, quantity: '1' }];
    const report = anActivity({
      locations: places.map((locationId) => ({
        locationId,
        items: [{ itemId: 'I1', unit: 'EA', activities }],
      })),
    });
    const locations = new Map(places.map((place) => [place, [{ scheme: 'buyer', value: place }]]));
    const text = as852(report, anActivityContext({ locations }));
    expect(text.match(/SDQ.*/g)?.map((sdq) => (sdq.split('*').length - 3) / 2)).toEqual([10, 10, 3]);
    expect(figuresOf852(text).map(([, place]) => place)).toEqual(places);
  });

  test('[S16] a SLSRPT does not say of what is available that it is all there is', () => {
    const report = anActivity({
      locations: [
        {
          locationId: 'EAST',
          items: [{ itemId: 'I1', unit: 'EA', activities: [{ kind: 'available', quantity: '7' }] }],
        },
      ],
    });
    expect(messagesOf(writeSlsrpt(report, anActivityContext(), 'D01B'))).toEqual([
      'line 1 states what is available, which a SLSRPT has no code for',
    ]);
    expect(as852(report)).toContain('ZA*QA*7*EA~');
  });

  const writers = [
    ['852', (context = anActivityContext()) => write852(anActivity(), context, '005010')],
    ['SLSRPT', (context = anActivityContext()) => writeSlsrpt(anActivity(), context, 'D96A')],
  ] as const;

  test.each(writers)('[S16] a %s names no location by a number that is only ours', (_, write) => {
    const locations = new Map([
      ['EAST', [{ scheme: 'tryton:location', value: '4' }]],
      ['WEST', [{ scheme: 'buyer', value: 'WH-W' }]],
    ]);
    expect(messagesOf(write(anActivityContext({ locations })))).toEqual([
      'location EAST has no number that the partner knows',
    ]);
  });

  test.each(writers)('[S16] a %s names no item by a number that is only ours', (_, write) => {
    const items = new Map([['I1', anActivityContext().items.get('I1') ?? { identifiers: [] }]]);
    expect(messagesOf(write(anActivityContext({ items })))).toEqual([
      'line 2 has no number of I2 that the partner knows',
    ]);
  });

  test('[S16] a version without the document is named', () => {
    expect(messagesOf(write852(anActivity(), anActivityContext(), '003020'))).toEqual([
      'there is no 852 in version 003020',
    ]);
    expect(messagesOf(writeSlsrpt(anActivity(), anActivityContext(), 'D99Z'))).toEqual([
      'there is no SLSRPT in D99Z',
    ]);
  });
});
