import { describe, expect, it } from 'vitest';
import {
  orderDifferences,
  samePrice,
  sameQuantity,
  withOrderLines,
} from '#business/purchasing/rules/order-differences.ts';
import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, received, shipped } from './ledger-line.ts';

const cases = (value: string) => ({ value, unit: 'XCS' }) as const;
const pieces = (value: string) => ({ value, unit: 'EA' }) as const;
const price = (amount: string, per = pieces('100'), currency: 'EUR' | 'USD' = 'EUR') => ({
  amount,
  currency,
  per,
});

/** A line as the system of record has it. */
const aLine = (lineNumber = 1, differing: Partial<PurchaseOrderLine> = {}): PurchaseOrderLine => ({
  lineNumber,
  itemId: `I${lineNumber}`,
  quantity: cases('10'),
  baseQuantity: pieces('480'),
  openQuantity: '480',
  price: price('12.5'),
  requestedDate: '2026-12-07',
  ...differing,
});
const order = (lines: PurchaseOrderLine[], state: PurchaseOrder['state'] = 'confirmed') =>
  aPurchaseOrder({ lines, state });
const ledger = (...lines: LedgerLine[]) => anOrderLedger({ lines });
const named = (lineNumber: number, itemId = `I${lineNumber}`) => ({ lineNumber, itemId });

describe('what the system of record says otherwise than the ledger', () => {
  it.each<readonly [string, readonly LedgerLine[], readonly PurchaseOrderLine[], readonly object[]]>([
    ['nothing', [aLedgerLine()], [aLine()], []],
    [
      'nothing but how it is written',
      [aLedgerLine()],
      [aLine(1, { quantity: cases('10.0'), price: price('0.125', pieces('1')) })],
      [],
    ],
    [
      'a quantity',
      [aLedgerLine()],
      [aLine(1, { quantity: cases('8') })],
      [{ ...named(1), action: 'change', quantity: cases('8') }],
    ],
    [
      'a unit',
      [aLedgerLine()],
      [aLine(1, { quantity: pieces('10') })],
      [{ ...named(1), action: 'change', quantity: pieces('10') }],
    ],
    [
      'a price',
      [aLedgerLine()],
      [aLine(1, { price: price('13') })],
      [{ ...named(1), action: 'change', price: price('13') }],
    ],
    [
      'a day',
      [aLedgerLine()],
      [aLine(1, { requestedDate: '2026-12-15' })],
      [{ ...named(1), action: 'change', requestedDate: '2026-12-15' }],
    ],
    ['a line less', [aLedgerLine(1), aLedgerLine(2)], [aLine(1)], [{ ...named(2), action: 'cancel' }]],
    [
      'a line more',
      [aLedgerLine(1)],
      [aLine(1), aLine(2)],
      [
        {
          ...named(2),
          action: 'add',
          quantity: cases('10'),
          price: price('12.5'),
          requestedDate: '2026-12-07',
        },
      ],
    ],
    [
      'another item on a line',
      [aLedgerLine(1)],
      [aLine(1, { itemId: 'I9' })],
      [
        { ...named(1), action: 'cancel' },
        {
          ...named(1, 'I9'),
          action: 'add',
          quantity: cases('10'),
          price: price('12.5'),
          requestedDate: '2026-12-07',
        },
      ],
    ],
    ['a cancelled line less', [aLedgerLine(1), aLedgerLine(2, { cancelled: true })], [aLine(1)], []],
    [
      'a cancelled line again',
      [aLedgerLine(1, { cancelled: true })],
      [aLine(1, { quantity: cases('8') })],
      [
        {
          ...named(1),
          action: 'add',
          quantity: cases('8'),
          price: price('12.5'),
          requestedDate: '2026-12-07',
        },
      ],
    ],
  ])('[S12] %s', (_, lines, now, differences) => {
    expect(orderDifferences(ledger(...lines), order([...now]))).toEqual(differences);
  });

  it('[S12] of a cancelled order every line goes that is still there', () => {
    const lines = [aLedgerLine(1), aLedgerLine(2, { cancelled: true })];
    expect(orderDifferences(ledger(...lines), order([aLine(1), aLine(2)], 'cancelled'))).toEqual([
      { ...named(1), action: 'cancel' },
    ]);
  });
});

describe('the ledger with the lines as the system has them', () => {
  const happened = { ...shipped(['48']), ...received(['48']), lastPromisedDate: '2026-12-08' };
  const changed = aLine(1, {
    quantity: cases('8'),
    baseQuantity: pieces('384'),
    price: price('13'),
    requestedDate: '2026-12-15',
    firstPromisedDate: '2026-12-16',
    lastPromisedDate: '2026-12-17',
  });
  const updated = (
    channel: OrderLedger['channel'],
    lines: PurchaseOrderLine[],
    state: PurchaseOrder['state'] = 'confirmed',
  ) =>
    withOrderLines(
      anOrderLedger({ channel, lines: [aLedgerLine(1, happened), aLedgerLine(2)] }),
      order(lines, state),
    );
  const asChanged = {
    quantity: cases('8'),
    baseQuantity: pieces('384'),
    price: price('13'),
    requestedDate: '2026-12-15',
  };

  it('[S12] what happened to a line stays with it; a line that goes is cancelled; a new one comes', () => {
    const { lines, cancelled } = updated('edi', [changed, aLine(3)]);
    expect(cancelled).toBe(false);
    expect(lines).toEqual([
      aLedgerLine(1, { ...happened, ...asChanged }),
      aLedgerLine(2, { cancelled: true }),
      aLedgerLine(3),
    ]);
  });

  it('[S8] where no partner answers, the promises are the system’s', () => {
    const promised = { firstPromisedDate: '2026-12-16', lastPromisedDate: '2026-12-17' };
    const { lines } = updated('none', [changed, aLine(3, promised)]);
    expect(lines[0]).toEqual(aLedgerLine(1, { ...happened, ...asChanged, ...promised }));
    expect(lines[2]).toEqual(aLedgerLine(3, promised));
    expect(updated('none', [aLine(1)]).lines[0]).toEqual(aLedgerLine(1, happened));
  });

  it('[S12] of a cancelled order every line is cancelled; one that comes back lives again', () => {
    const gone = updated('edi', [changed, aLine(2)], 'cancelled');
    expect(gone).toMatchObject({
      cancelled: true,
      lines: [{ cancelled: true, quantity: cases('10') }, { cancelled: true }],
    });
    expect(withOrderLines(gone, order([aLine(1), aLine(2)])).lines.map(({ cancelled }) => cancelled)).toEqual(
      [false, false],
    );
  });
});

describe('the same amount', () => {
  it.each([
    [cases('10'), cases('10.000'), true],
    [cases('10'), cases('10.000001'), false],
    [cases('10'), pieces('10'), false],
  ])('[S12] %j and %j: %s', (a, b, same) => {
    expect(sameQuantity(a, b)).toBe(same);
  });

  it.each([
    [price('12.5'), price('0.125', pieces('1')), true],
    [price('12.5'), price('12.500001'), false],
    [price('12.5'), price('12.5', pieces('101')), false],
    [price('12.5'), price('12.5', pieces('100'), 'USD'), false],
  ])('[S12] %j and %j: %s', (a, b, same) => {
    expect(samePrice(a, b)).toBe(same);
  });

  it('[S12] a price in another unit is another price', () => {
    expect(samePrice(price('12.5'), { ...price('12.5'), per: cases('100') })).toBe(false);
  });
});
