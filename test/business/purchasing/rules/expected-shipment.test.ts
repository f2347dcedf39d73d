import { describe, expect, it } from 'vitest';
import {
  expectedShipment,
  receivedShipment,
  type ShippedOrder,
  whyTooLarge,
} from '#business/purchasing/rules/expected-shipment.ts';
import type { ShippedLine } from '#business/purchasing/rules/judge-shipment.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aShipNotice } from '#test/builders/a-ship-notice.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aLedgerLine, received, shipped } from './ledger-line.ts';

const head = {
  id: 'asn-1',
  partnerId: 'acme',
  supplierId: 'S1',
  ordinal: '1',
  at: '2026-12-04T08:00:00.000Z',
  packs: 2,
  replaces: undefined,
};
const line = (lineNumber: number, quantity: string, differing: Partial<ShippedLine> = {}): ShippedLine => ({
  lineNumber,
  itemId: `I${lineNumber}`,
  quantity: micros(quantity),
  shippedOn: '2026-12-04',
  expectedOn: undefined,
  lots: [],
  otherItemIds: [],
  ...differing,
});
const orders: readonly ShippedOrder[] = [
  {
    ledger: anOrderLedger({
      lines: [aLedgerLine(1), aLedgerLine(2, { baseQuantity: { value: '5', unit: 'KGM' } })],
    }),
    lines: [
      line(1, '480', { expectedOn: '2026-12-08', lots: [{ number: 'L1' }] }),
      line(2, '5', { expectedOn: '2026-12-06' }),
    ],
  },
  { ledger: anOrderLedger({ id: 'po-2', lines: [aLedgerLine(1)] }), lines: [line(1, '48')] },
];

describe('what the warehouse expects by a notice', () => {
  it('[S13] every line of every order in its base unit, by the last day any of it comes', () => {
    expect(expectedShipment(aShipNotice(), head, orders)).toEqual({
      id: 'asn-1',
      supplierId: 'S1',
      partnerId: 'acme',
      number: 'ASN-1',
      state: 'expected',
      shippedOn: '2026-12-04',
      expectedOn: '2026-12-08',
      packs: 2,
      lines: [
        {
          purchaseOrderId: 'po-1',
          lineNumber: 1,
          itemId: 'I1',
          quantity: { value: '480', unit: 'EA' },
          received: '0',
          lots: [{ number: 'L1' }],
        },
        {
          purchaseOrderId: 'po-1',
          lineNumber: 2,
          itemId: 'I2',
          quantity: { value: '5', unit: 'KGM' },
          received: '0',
          lots: [],
        },
        {
          purchaseOrderId: 'po-2',
          lineNumber: 1,
          itemId: 'I1',
          quantity: { value: '48', unit: 'EA' },
          received: '0',
          lots: [],
        },
      ],
      identifiers: [{ scheme: 'shipment-of:acme', value: 'ASN-1' }],
      provenance: {
        system: 'crossdock',
        documentId: 'asn-1',
        sourceVersion: '1',
        receivedAt: '2026-12-04T08:00:00.000Z',
      },
    });
  });

  it('[S13] a notice that cancels expects nothing; one that replaces names the other', () => {
    const cancelling = aShipNotice({ purpose: { code: '01', meaning: 'cancellation' } });
    expect(expectedShipment(cancelling, head, orders).state).toBe('cancelled');
    expect(expectedShipment(aShipNotice(), { ...head, replaces: 'asn-0' }, orders).replaces).toBe('asn-0');
  });

  it('[S13] no day is said where nobody says one', () => {
    const shipment = expectedShipment(aShipNotice({ dates: [] }), head, orders.slice(1));
    expect(shipment).not.toHaveProperty('shippedOn');
    expect(shipment).not.toHaveProperty('expectedOn');
  });
});

describe('a shipment that is too large', () => {
  const [first] = expectedShipment(aShipNotice(), head, orders).lines;
  if (!first) throw new Error('a line');
  const of = (count: number, bytes?: number): ExpectedShipment => {
    const lines = Array.from({ length: count }, () => ({ ...first, lots: [{ number: '' }] }));
    const left = bytes === undefined ? 0 : bytes - Buffer.byteLength(JSON.stringify(lines));
    lines[0] = { ...first, lots: [{ number: 'x'.repeat(left) }] };
    return { ...expectedShipment(aShipNotice(), head, orders), lines };
  };

  it('[S13] has more than 1,000 lines', () => {
    expect(whyTooLarge(of(1000))).toBeUndefined();
    expect(whyTooLarge(of(1001))).toBe('it ships 1001 order lines; 1000 are taken');
  });

  it('[S13] or more than 350 KiB of lines and lots', () => {
    expect(whyTooLarge(of(10, 358_400))).toBeUndefined();
    expect(whyTooLarge(of(10, 358_401))).toBe('its lines and lots have 358401 bytes; 358400 are taken');
  });
});

describe('a shipment as its goods arrive', () => {
  const shipment = expectedShipment(aShipNotice(), head, [
    {
      ledger: anOrderLedger({ lines: [aLedgerLine(1), aLedgerLine(2)] }),
      lines: [line(1, '480'), line(2, '48')],
    },
  ]);
  const arrived = (one: string, two: string, from: Partial<ExpectedShipment> = {}) => {
    const [first, second] = [
      aLedgerLine(1, { ...shipped(['480']), ...received([one]) }),
      aLedgerLine(2, { ...shipped(['48']), ...received([two]) }),
    ];
    const after = receivedShipment({ ...shipment, ...from }, anOrderLedger({ lines: [second, first] }));
    return [after.state, ...after.lines.map((part) => part.received)];
  };

  it.each([
    ['0', '0', 'expected'],
    ['1', '0', 'part_received'],
    ['0', '48', 'part_received'],
    ['480', '47', 'part_received'],
    ['480', '48', 'received'],
  ])('[W1] with %s of 480 and %s of 48 is %s and %s', (one, two, state) => {
    expect(arrived(one, two)).toEqual([state, one, two]);
  });

  it.each(['cancelled', 'replaced'] as const)('[W1] once it is %s it stays so', (state) => {
    expect(arrived('480', '48', { state })).toEqual([state, '0', '0']);
  });

  it('[W1] the goods of another order, and of another shipment, are not its own', () => {
    const of = (id: string, documents: object) =>
      receivedShipment(
        shipment,
        anOrderLedger({ id, lines: [aLedgerLine(1, { ...received(['480']), ...documents })] }),
      ).lines.map((part) => part.received);
    expect(of('po-1', shipped(['480']))).toEqual(['480', '0']);
    expect(of('po-2', shipped(['480']))).toEqual(['0', '0']);
    expect(of('po-1', { shipped: [{ documentId: 'asn-7', quantity: '480' }] })).toEqual(['0', '0']);
  });

  it('[W1] a shipment of nothing is not received', () => {
    const empty = {
      ...shipment,
      lines: shipment.lines.map((part) => ({ ...part, quantity: { value: '0', unit: 'EA' as const } })),
    };
    expect(receivedShipment(empty, anOrderLedger()).state).toBe('expected');
  });
});
