import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangedOrderLine, OrderChange } from '#core/canonical/order-change.ts';
import { orderChangeNumber, orderChangeSchema } from '#core/canonical/order-change.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import { loopsIn, segmentIn, segmentsIn } from '#edi/codec/loop-instance.ts';
import { writeOrdchg } from '#edi/maps/edifact/ordchg.ts';
import * as edifact from '#edi/maps/edifact/parts.ts';
import type { ChangeContext } from '#edi/maps/order-context.ts';
import { loopsBeginning, Reading } from '#edi/maps/reading.ts';
import { write860 } from '#edi/maps/x12/860.ts';
import * as x12 from '#edi/maps/x12/parts.ts';
import { aChange, fewer } from './a-change.ts';
import { aContext } from './an-order.ts';
import { transactionOf } from './reading.ts';
import { bodyOf, messagesOf, sentAsEdifact, sentAsX12 } from './sent.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../fixtures/edi/maps', name);
const versions = ['004010', '005010'] as const;
const directories = ['D96A', 'D01B'] as const;

const as860 = (change: OrderChange, version: string, context: ChangeContext = aContext()): string =>
  sentAsX12(write860(change, context, version), { type: '860', group: 'PC', version });
const asOrdchg = (change: OrderChange, version: string, context = aContext()): string =>
  sentAsEdifact(writeOrdchg(change, context, version), 'ORDCHG', version);

/** POC01 to POC07 of a change, one text a line. */
const pocs = (lines: readonly ChangedOrderLine[], context: Partial<ChangeContext> = {}): string[] =>
  bodyOf(write860(aChange({ lines: [...lines] }), { ...aContext(), ...context }, '004010'))
    .filter(({ id }) => id === 'POC')
    .map((poc) => [1, 2, 3, 4, 5, 6, 7].map((element) => poc.text(element)).join('*'));

describe('golden files of changes', () => {
  test.each(versions)('[S12] a change becomes the 860 %s of its golden file', async (version) => {
    expect(orderChangeSchema.safeParse(aChange()).error?.issues).toBeUndefined();
    await expect(as860(aChange(), version)).toMatchFileSnapshot(golden(`860-change.${version}.golden.x12`));
  });

  test.each(versions)('[S12] a partner that wants differences gets them in its 860 %s', async (version) => {
    const context = { ...aContext(), changeQuantities: 'delta' } as const;
    await expect(as860(aChange(), version, context)).toMatchFileSnapshot(
      golden(`860-differences.${version}.golden.x12`),
    );
  });

  test.each(directories)('[S12] a change becomes the ORDCHG %s of its golden file', async (version) => {
    await expect(asOrdchg(aChange(), version)).toMatchFileSnapshot(
      golden(`ORDCHG-change.${version}.golden.edi`),
    );
  });

  test('[S12] a cancellation needs no lines, and a confirmation says what it is', () => {
    const of = (purpose: OrderChange['purpose'], lines: ChangedOrderLine[]) => {
      const { total, ...change } = aChange({ purpose, lines });
      expect(total).toBeDefined();
      const [bch, ...rest] = bodyOf(write860(change, aContext(), '004010'));
      const [bgm] = bodyOf(writeOrdchg(change, aContext(), 'D96A'));
      return [bch?.text(1), bgm?.text(3), rest.filter(({ id }) => id === 'CTT').length];
    };
    expect(of('cancellation', [])).toEqual(['01', '1', 0]);
    expect(of('confirmation', [fewer])).toEqual(['06', '6', 1]);
    expect(asOrdchg(aChange({ purpose: 'cancellation', lines: [] }), 'D01B')).toContain('CNT+2:0');
  });

  test('[S12] release and number of a change are told where the standard has a place for them', () => {
    const change = aChange({ order: { number: 'PO-9', release: 'R2', date: '2026-11-23' } });
    expect(orderChangeNumber(change)).toBe('PO-9-2');
    expect(as860(change, '004010')).toContain('BCH*04*SA*PO-9*R2*2*20261123*****20261124~');
    const text = asOrdchg(change, 'D96A');
    expect(text).toContain("BGM+230+PO-9-2+4'");
    expect(text).toContain("RFF+ON:PO-9'\nDTM+171:20261123:102'\nRFF+RE:R2'");
  });
});

describe('POC02 says what becomes of a line', () => {
  const scheduled = { ...fewer, deliveries: [{ quantity: '300', date: '2026-12-07' }] };
  const cases: readonly (readonly [string, ChangedOrderLine])[] = [
    ['AI', { ...withoutChanges(), action: 'add' }],
    ['DI', { action: 'delete', lineNumber: 1, itemId: 'I1' }],
    ['RZ', { ...withoutChanges(), action: 'replace' }],
    ['QD', fewer],
    ['QI', { ...fewer, previousQuantity: '299.5' }],
    ['RZ', { ...fewer, previousQuantity: '300' }],
    ['PC', { ...fewer, changes: ['price'] }],
    ['CT', { ...fewer, changes: ['dates'] }],
    ['RS', { ...scheduled, changes: ['dates'] }],
    ['PQ', { ...fewer, changes: ['price', 'quantity'] }],
    ['RQ', { ...fewer, changes: ['dates', 'quantity'] }],
    ['RQ', { ...scheduled, changes: ['quantity', 'dates'] }],
    ['MU', { ...fewer, changes: ['price', 'dates'] }],
    ['MU', { ...fewer, changes: ['quantity', 'price', 'dates'] }],
  ];

  function withoutChanges() {
    const { action, changes, previousQuantity, ...line } = fewer;
    expect([action, changes.length, previousQuantity]).toEqual(['change', 1, '480']);
    return line;
  }

  test.each(cases)('[S12] %s', (code, line) => {
    expect(pocs([line])[0]?.split('*')[1]).toBe(code);
  });

  test('[S12] a quantity that was not known before is replaced with all other values', () => {
    const { previousQuantity, ...line } = fewer;
    expect(previousQuantity).toBe('480');
    expect(pocs([line])).toEqual(['1*RZ*300*180*EA*12.5*HP']);
  });

  test('[S12] POC03 is the new total, with what is open and its unit', () => {
    const { openQuantity, ...line } = fewer;
    expect(openQuantity).toBe('180');
    expect(pocs([fewer, line])).toEqual(['1*QD*300*180*EA*12.5*HP', '1*QD*300*300*EA*12.5*HP']);
  });

  test('[S12] POC03 is the difference where that is agreed: the code has its direction, or a sign', () => {
    const delta = { changeQuantities: 'delta' } as const;
    const lines: ChangedOrderLine[] = [
      fewer,
      { ...fewer, previousQuantity: '299.5' },
      { ...fewer, changes: ['quantity', 'price'] },
      { ...fewer, changes: ['price'] },
      { ...withoutChanges(), action: 'add' },
    ];
    expect(pocs(lines, delta)).toEqual([
      '1*QD*180*180*EA*12.5*HP',
      '1*QI*0.5*180*EA*12.5*HP',
      '1*PQ*-180*180*EA*12.5*HP',
      '1*PC***EA*12.5*HP',
      '1*AI*300*180*EA*12.5*HP',
    ]);
  });

  test('[S12] a difference nobody knows is not written', () => {
    const { previousQuantity, ...line } = fewer;
    expect(previousQuantity).toBe('480');
    const context = { ...aContext(), changeQuantities: 'delta' } as const;
    expect(messagesOf(write860(aChange({ lines: [line] }), context, '004010'))).toEqual([
      'line 1 does not know what was ordered before, and the partner wants the difference',
    ]);
  });
});

const writers = [
  ['860', (change: OrderChange, context = aContext()) => write860(change, context, '004010')],
  ['ORDCHG', (change: OrderChange, context = aContext()) => writeOrdchg(change, context, 'D96A')],
] as const;

describe('changes that are not written', () => {
  test.each(writers)('[C6] an %s with a price in another unit or currency', (_, write) => {
    const price = { amount: '1', currency: 'USD', per: { value: '1', unit: 'XBX' } } as const;
    expect(messagesOf(write(aChange({ lines: [{ ...fewer, price }] })))).toEqual([
      'line 1 is priced in USD, the order in EUR',
      'line 1 is priced per XBX and ordered in EA',
    ]);
  });

  test.each(writers)('[S12] an %s that takes away an item by a number that is only ours', (_, write) => {
    const items = new Map([['I2', { identifiers: [{ scheme: 'tryton:product', value: '17' }] }]]);
    const lines: ChangedOrderLine[] = [{ action: 'delete', lineNumber: 2, itemId: 'I2' }];
    expect(messagesOf(write(aChange({ lines }), aContext({ items })))).toEqual([
      'line 2 has no number of I2 that the partner knows',
    ]);
  });

  test.each(writers)('[S1] an %s with a number that is too long for its version', (_, write) => {
    const mapped = write(aChange({ order: { number: 'PO-2026-0081-'.repeat(3), date: '2026-11-23' } }));
    expect(messagesOf(mapped)[0]).toMatch(/has (39|41) characters/);
  });
});

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 999 }))
  .map(([whole, fraction]) => decimalText(micros(`${whole}.${String(fraction).padStart(3, '0')}`)));
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyValues = (unit: UnitCode) =>
  fc.record({
    lineNumber: fc.integer({ min: 1, max: 9999 }),
    itemId: fc.constantFrom('I1', 'I2'),
    quantity: decimals.map((value) => ({ value, unit })),
    price: fc
      .tuple(decimals, fc.constantFrom('1', '100', '1000'))
      .map(([amount, value]) => ({ amount, currency: 'EUR' as const, per: { value, unit } })),
    requestedDate: days,
  });
const deliveries = fc.array(fc.record({ quantity: decimals, date: days }), { minLength: 1, maxLength: 4 });
const anyLine: fc.Arbitrary<ChangedOrderLine> = fc.constantFrom(...unitCodes).chain((unit) =>
  fc.oneof(
    fc.record({
      action: fc.constant('delete' as const),
      lineNumber: fc.integer({ min: 1, max: 9999 }),
      itemId: fc.constantFrom('I1', 'I2'),
    }),
    anyValues(unit).map((values) => ({ action: 'add' as const, ...values })),
    fc
      .tuple(
        anyValues(unit),
        fc.subarray(['quantity', 'price', 'dates'] as const, { minLength: 1 }),
        decimals,
        deliveries,
      )
      .map(([values, changes, previousQuantity, parts]) => ({
        action: 'change' as const,
        ...values,
        changes,
        previousQuantity,
        ...(changes.includes('dates') && { deliveries: parts }),
      })),
  ),
);
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 8 });

/** What a seller has to know of a line, by either standard. */
function toldOf(line: ChangedOrderLine) {
  const { lineNumber, action } = line;
  if (line.action === 'delete') return { lineNumber: String(lineNumber), action, dates: [], deliveries: [] };
  const { quantity, price, requestedDate, deliveries: parts = [] } = line;
  return {
    lineNumber: String(lineNumber),
    action,
    quantity,
    price: { amount: price.amount, per: price.per },
    dates: parts.length > 0 ? [] : [requestedDate],
    deliveries: parts.map((part) => ({ ...part })),
  };
}

const onlyPrice = (price: ReturnType<typeof edifact.readPrice>) =>
  price && { amount: price.amount, per: price.per };

function readBy860(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  const root = transaction.root ?? { name: '', segments: [], loops: [] };
  return loopsIn(root, 'POC').map((loop) => {
    const poc = segmentIn(loop, 'POC');
    const quantity = poc && x12.readQuantity(reading, poc, 3, 5);
    const code = poc?.text(2);
    const price = onlyPrice(poc && x12.readPrice(reading, poc, 6, quantity));
    return {
      lineNumber: poc?.text(1),
      action: code === 'AI' ? 'add' : code === 'DI' ? 'delete' : 'change',
      ...(quantity && { quantity }),
      ...(price && { price }),
      dates: x12.readDates(reading, loop).map(({ date }) => date),
      deliveries: loopsIn(loop, 'SCH')
        .flatMap((inner) => segmentsIn(inner, 'SCH'))
        .map((sch) => ({
          quantity: x12.readQuantity(reading, sch, 1)?.value,
          date: x12.readDate(reading, sch, 5)[0]?.date,
        })),
    };
  });
}

function readByOrdchg(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  const root = transaction.root ?? { name: '', segments: [], loops: [] };
  return loopsBeginning(root, 'LIN').map((loop) => {
    const quantity = edifact.readQuantity(reading, loop, '21');
    const code = segmentIn(loop, 'LIN')?.text(2);
    const price = onlyPrice(edifact.readPrice(reading, loop, quantity));
    return {
      lineNumber: segmentIn(loop, 'LIN')?.text(1),
      action: code === '1' ? 'add' : code === '2' ? 'delete' : 'change',
      ...(quantity && { quantity }),
      ...(price && { price }),
      dates: edifact.readDates(reading, loop).map(({ date }) => date),
      deliveries: loopsBeginning(loop, 'SCC')
        .flatMap((scc) => loopsBeginning(scc, 'QTY'))
        .map((group) => ({
          quantity: edifact.readQuantity(reading, group, '21')?.value,
          date: edifact.readDates(reading, group)[0]?.date,
        })),
    };
  });
}

describe('what is written is read', () => {
  test.each(versions)('[S12] whatever change goes out as 860 %s comes in with the same lines', (version) => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(readBy860(as860(aChange({ lines }), version))).toEqual(lines.map(toldOf));
      }),
      { numRuns: 100 },
    );
  });

  test.each(directories)(
    '[S12] whatever change goes out as ORDCHG %s comes in with the same lines',
    (version) => {
      fc.assert(
        fc.property(anyLines, (lines) => {
          expect(readByOrdchg(asOrdchg(aChange({ lines }), version))).toEqual(lines.map(toldOf));
        }),
        { numRuns: 100 },
      );
    },
  );
});
