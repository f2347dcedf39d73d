import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerOrder } from '#core/canonical/customer-order.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { decimalText, micros } from '#core/kernel/decimal.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import { readOrders, writeOrders } from '#edi/maps/edifact/orders.ts';
import type { Mapped } from '#edi/maps/mapped.ts';
import type { OrderContext, OrderItem } from '#edi/maps/order-context.ts';
import { read850, write850 } from '#edi/maps/x12/850.ts';
import { aContext, anOrder } from './an-order.ts';
import { changed, fixture, transactionOf } from './reading.ts';
import { sentAsEdifact, sentAsX12 } from './sent.ts';

const versions = ['004010', '005010'] as const;
const directories = ['D96A', 'D01B'] as const;

const by850 = (order: PurchaseOrder, context: OrderContext, version: string): Mapped<CustomerOrder> =>
  read850(transactionOf(sentAsX12(write850(order, context, version), { type: '850', group: 'PO', version })));
const byOrders = (order: PurchaseOrder, context: OrderContext, version: string): Mapped<CustomerOrder> =>
  readOrders(transactionOf(sentAsEdifact(writeOrders(order, context, version), 'ORDERS', version)));

/** The order as its seller has to understand it: nothing more, nothing less, nothing left over. */
function understood({ number, orderDate, total, lines }: PurchaseOrder, { items, parties }: OrderContext) {
  const numbersOf = ({ identifiers }: OrderItem) => identifiers.map(({ value }) => value).sort();
  return {
    number,
    orderedOn: orderDate,
    currency: total.currency,
    total: total.amount,
    purpose: 'original',
    parties: parties.map(({ role, name, street, city }) => ({ role, name, street, city })),
    lines: lines.map(({ lineNumber, itemId, quantity, price, requestedDate }) => ({
      lineNumber: String(lineNumber),
      numbers: numbersOf(items.get(itemId) ?? { identifiers: [] }),
      description: items.get(itemId)?.description || undefined,
      quantity,
      price: { amount: price.amount, per: price.per },
      dates: [{ event: 'requested_delivery', date: requestedDate }],
      deliveries: [],
    })),
    unmapped: [],
  };
}

function contentOf(mapped: Mapped<CustomerOrder>) {
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.faults));
  const { number, orderedOn, currency, total, purpose, parties, lines } = mapped.document;
  return {
    number,
    orderedOn,
    currency,
    total,
    purpose: purpose?.meaning,
    parties: parties.map(({ role, name, street, city }) => ({ role, name, street, city })),
    lines: lines.map(({ lineNumber, item, description, quantity, price, dates, deliveries }) => ({
      lineNumber,
      numbers: item.map(({ value }) => value).sort(),
      description,
      quantity,
      price: price && { amount: price.amount, per: price.per },
      dates: dates.map(({ event, date }) => ({ event, date })),
      deliveries,
    })),
    unmapped: mapped.unmapped,
  };
}

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([whole, fraction]) => decimalText(micros(`${whole}.${String(fraction).padStart(4, '0')}`)));
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc
  .array(fc.stringMatching(/^[A-Za-z0-9,.]{1,12}$/), { maxLength: 12 })
  .map((all) => all.join(' '));
const numbers = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);
const anyLine = fc.record({
  value: decimals,
  unit: fc.constantFrom(...unitCodes),
  amount: decimals,
  per: fc.constantFrom('1', '100', '1000'),
  requestedDate: days,
  number: numbers,
  gtin: fc.option(fc.stringMatching(/^\d{13}$/)),
  description: words,
});
const anyOrder = fc
  .record({
    number: numbers,
    orderDate: days,
    total: decimals,
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
  })
  .map(({ number, orderDate, total, lines }) => ({
    order: anOrder({
      number,
      orderDate,
      total: { amount: total, currency: 'EUR' },
      lines: lines.map(({ value, unit, amount, per, requestedDate }, i) => ({
        lineNumber: i + 1,
        itemId: `I${i}`,
        quantity: { value, unit },
        baseQuantity: { value, unit },
        openQuantity: value,
        price: { amount, currency: 'EUR', per: { value: per, unit } },
        requestedDate,
      })),
    }),
    context: aContext({
      items: new Map(
        lines.map(({ number: value, gtin, description }, i) => [
          `I${i}`,
          {
            identifiers: [
              { scheme: 'buyer-item', value },
              ...(gtin === null ? [] : [{ scheme: 'gtin', value: gtin }]),
            ],
            description,
          },
        ]),
      ),
    }),
  }));

describe("customers' orders", () => {
  test.each(versions)('[S1] whatever order goes out as 850 %s is understood as it was meant', (version) => {
    fc.assert(
      fc.property(anyOrder, ({ order, context }) => {
        expect(contentOf(by850(order, context, version))).toEqual(understood(order, context));
      }),
      { numRuns: 100 },
    );
  });

  test.each(directories)(
    '[S1] whatever order goes out as ORDERS %s is understood as it was meant',
    (version) => {
      fc.assert(
        fc.property(anyOrder, ({ order, context }) => {
          expect(contentOf(byOrders(order, context, version))).toEqual(understood(order, context));
        }),
        { numRuns: 100 },
      );
    },
  );

  test.each([
    ['TE', '1'],
    ['NT', '1'],
    ['PN', '10'],
    ['QH', '100'],
    ['TM', '1000'],
    ['TT', '10000'],
    ['HT', '100000'],
    ['SR', undefined],
    ['PD', undefined],
  ])("[C6] a price by basis %s is for %s of the line's units", (basis, value) => {
    const text = changed(fixture('maps/850-every-part.004010.x12'), '12.5*HP', `12.5*${basis}`);
    const mapped = read850(transactionOf(text));
    const price = mapped.ok ? mapped.document.lines[0]?.price : undefined;
    expect(price).toEqual(value && { amount: '12.5', per: { value, unit: 'EA' }, basis });
  });
});
