import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import { loopsIn, segmentIn } from '#edi/codec/loop-instance.ts';
import type { Segment } from '#edi/codec/segment.ts';
import { writeOrders } from '#edi/maps/edifact/orders.ts';
import * as edifact from '#edi/maps/edifact/parts.ts';
import type { MappedOut } from '#edi/maps/mapped.ts';
import { loopsBeginning, Reading } from '#edi/maps/reading.ts';
import { inPieces } from '#edi/maps/writing.ts';
import { write850 } from '#edi/maps/x12/850.ts';
import * as x12 from '#edi/maps/x12/parts.ts';
import { aContext, anOrder, edifactTextOf, x12TextOf } from './an-order.ts';
import { transactionOf } from './reading.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../fixtures/edi/maps', name);

function bodyOf(mapped: MappedOut): readonly Segment[] {
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.faults));
  return mapped.body;
}

/** What a seller reads out of our 850. */
function linesOf850(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  const root = transaction.root ?? { name: '', segments: [], loops: [] };
  return loopsIn(root, 'PO1').map((loop) => {
    const po1 = segmentIn(loop, 'PO1');
    const quantity = po1 && x12.readQuantity(reading, po1, 2);
    return {
      lineNumber: po1?.text(1),
      quantity,
      price: po1 && x12.readPrice(reading, po1, 4, quantity),
      numbers: x12.readItem(reading, po1, 6),
      dates: x12.readDates(reading, loop).map(({ date }) => date),
      description: x12.readDescription(reading, loop),
    };
  });
}

/** What a seller reads out of our ORDERS. */
function linesOfOrders(text: string) {
  const transaction = transactionOf(text);
  const reading = new Reading(transaction);
  const root = transaction.root ?? { name: '', segments: [], loops: [] };
  return loopsBeginning(root, 'LIN').map((loop) => {
    const quantity = edifact.readQuantity(reading, loop, '21');
    return {
      lineNumber: segmentIn(loop, 'LIN')?.text(1),
      quantity,
      price: edifact.readPrice(reading, loop, quantity),
      numbers: edifact.readItem(reading, loop),
      dates: edifact.readDates(reading, loop).map(({ date }) => date),
      description: edifact.readDescription(reading, loop),
    };
  });
}

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`.replace(/0+$/, ''));
const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const words = fc
  .array(fc.stringMatching(/^[A-Za-z0-9,.]{1,12}$/), { maxLength: 12 })
  .map((all) => all.join(' '));
const anyLine = fc.record({
  quantity: decimals,
  unit: fc.constantFrom(...unitCodes),
  amount: decimals,
  per: fc.constantFrom('1', '100', '1000'),
  day: days.map((date) => date.toISOString().slice(0, 10)),
  number: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
  description: words,
});
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 8 });

function orderOf(lines: readonly (typeof anyLine extends fc.Arbitrary<infer T> ? T : never)[]) {
  const order: PurchaseOrder = anOrder({
    lines: lines.map(({ quantity, unit, amount, per, day }, i) => ({
      lineNumber: i + 1,
      itemId: `I${i}`,
      quantity: { value: quantity, unit },
      baseQuantity: { value: quantity, unit },
      openQuantity: quantity,
      price: { amount, currency: 'EUR', per: { value: per, unit } },
      requestedDate: day,
    })),
  });
  const items = new Map(
    lines.map(({ number, description }, i) => [
      `I${i}`,
      { identifiers: [{ scheme: 'buyer-item', value: number }], description },
    ]),
  );
  const expected = lines.map(({ quantity, unit, amount, per, day, number, description }, i) => ({
    lineNumber: String(i + 1),
    quantity: { value: quantity, unit },
    price: expect.objectContaining({ amount, per: { value: per, unit } }),
    numbers: [{ scheme: 'buyer-item', value: number }],
    dates: [day],
    description: description || undefined,
  }));
  return { order, context: aContext({ items }), expected };
}

describe('orders out', () => {
  test.each(['004010', '005010'])('[S1] an order becomes the 850 %s of its golden file', async (version) => {
    const text = x12TextOf(bodyOf(write850(anOrder(), aContext(), version)), version);
    await expect(text).toMatchFileSnapshot(golden(`850-order.${version}.golden.x12`));
  });

  test.each(['D96A', 'D01B'])('[S1] an order becomes the ORDERS %s of its golden file', async (version) => {
    const text = edifactTextOf(bodyOf(writeOrders(anOrder(), aContext(), version)), version);
    await expect(text).toMatchFileSnapshot(golden(`ORDERS-order.${version}.golden.edi`));
  });

  test.each(['004010', '005010'])(
    '[S1] whatever order goes out as 850 %s comes in with the same lines',
    (version) => {
      fc.assert(
        fc.property(anyLines, (lines) => {
          const { order, context, expected } = orderOf(lines);
          expect(linesOf850(x12TextOf(bodyOf(write850(order, context, version)), version))).toEqual(expected);
        }),
        { numRuns: 100 },
      );
    },
  );

  test.each(['D96A', 'D01B'])(
    '[S1] whatever order goes out as ORDERS %s comes in with the same lines',
    (version) => {
      fc.assert(
        fc.property(anyLines, (lines) => {
          const { order, context, expected } = orderOf(lines);
          const text = edifactTextOf(bodyOf(writeOrders(order, context, version)), version);
          expect(linesOfOrders(text)).toEqual(expected);
        }),
        { numRuns: 100 },
      );
    },
  );

  const messagesOf = (mapped: MappedOut) => (mapped.ok ? [] : mapped.faults.map(({ message }) => message));
  const writers = [
    ['850', (order: PurchaseOrder, context = aContext()) => write850(order, context, '004010')],
    ['ORDERS', (order: PurchaseOrder, context = aContext()) => writeOrders(order, context, 'D96A')],
  ] as const;

  test.each(writers)('[S1] an %s of an order without number is not written', (_, write) => {
    const { number, ...nameless } = anOrder();
    expect(number).toBeDefined();
    expect(messagesOf(write(nameless))).toEqual(['the order has no number of its system of record yet']);
  });

  test.each(writers)('[S1] an %s names no item by a number that is only ours', (_, write) => {
    const items = new Map([['I1', { identifiers: [{ scheme: 'tryton:product', value: '17' }] }]]);
    expect(messagesOf(write(anOrder(), aContext({ items })))).toEqual([
      'line 1 has no number of I1 that the partner knows',
      'line 2 has no number of I2 that the partner knows',
    ]);
  });

  test.each(writers)('[C6] an %s with a price in another unit or currency is not written', (_, write) => {
    const [first, second] = anOrder().lines;
    if (!first || !second) throw new Error('two lines are needed');
    const mixed = anOrder({
      lines: [
        { ...first, price: { ...first.price, currency: 'USD' } },
        { ...second, price: { ...second.price, per: { value: '1', unit: 'EA' } } },
      ],
    });
    expect(messagesOf(write(mixed))).toEqual([
      'line 1 is priced in USD, the order in EUR',
      'line 2 is priced per EA and ordered in XCS',
    ]);
  });

  test.each(writers)(
    '[S1] an %s with a number that is too long for its version names the element',
    (_, write) => {
      const mapped = write(anOrder({ number: 'PO-2026-0081-'.repeat(3) }));
      expect(mapped).toMatchObject({ ok: false, faults: [{ position: 2, message: /39 characters/ }] });
    },
  );

  test('[C6] a price per fifty is written as the price of one when that is exact', () => {
    const [first] = anOrder().lines;
    if (!first) throw new Error('a line is needed');
    const per = (amount: string, value: string) =>
      write850(
        anOrder({ lines: [{ ...first, price: { ...first.price, amount, per: { value, unit: 'EA' } } }] }),
        aContext(),
        '004010',
      );
    const exact = per('12.5', '50');
    expect(
      bodyOf(exact)
        .find(({ id }) => id === 'PO1')
        ?.text(4),
    ).toBe('0.25');
    expect(messagesOf(per('10', '3'))).toEqual([
      'line 1 has a price per 3, which no basis of price (639) says',
    ]);
  });

  test('[S1] a long text is cut at its spaces, and no piece is longer than its element', () => {
    expect(inPieces('one two three', 8)).toEqual(['one two', 'three']);
    expect(inPieces('unbreakable', 5)).toEqual(['unbre', 'akabl', 'e']);
    expect(inPieces('  ', 5)).toEqual([]);
  });
});
