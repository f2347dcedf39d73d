import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Segment } from '#edi/codec/segment.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import type { OrderContext } from '#edi/maps/order-context.ts';
import { serialiseX12 } from '#edi/x12/serialise.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';

const [line] = aPurchaseOrder().lines;

/** Two lines, one priced per hundred. */
export const anOrder = (differing: Partial<PurchaseOrder> = {}): PurchaseOrder =>
  aPurchaseOrder({
    number: 'PO-2026-0081',
    lines: line
      ? [
          line,
          {
            ...line,
            lineNumber: 2,
            itemId: 'I2',
            quantity: { value: '12', unit: 'XCS' },
            baseQuantity: { value: '576', unit: 'EA' },
            price: { amount: '31', currency: 'EUR', per: { value: '1', unit: 'XCS' } },
            requestedDate: '2026-12-10',
          },
        ]
      : [],
    total: { amount: '432', currency: 'EUR' },
    ...differing,
  });

export const aContext = (differing: Partial<OrderContext> = {}): OrderContext => ({
  parties: [
    { role: 'buyer', name: 'Northwind Fasteners', identifiers: [{ scheme: 'gln', value: '4012345000009' }] },
    { role: 'supplier', identifiers: [{ scheme: 'buyer', value: 'V-17' }] },
    {
      role: 'ship_to',
      name: 'Warehouse East',
      identifiers: [
        { scheme: 'tryton:location', value: '4' },
        { scheme: 'buyer', value: 'WH-E' },
      ],
      street: ['4 Dockside', 'Gate B', 'Ramp 3'],
      city: 'Albany',
      region: 'NY',
      postalCode: '12207',
      country: 'US',
    },
  ],
  items: new Map([
    [
      'I1',
      {
        identifiers: [
          { scheme: 'buyer-item', value: 'FX-0001' },
          { scheme: 'supplier-item', value: '77-01' },
          { scheme: 'gtin', value: '4098765000102' },
        ],
        description: 'Hex bolt M8x40, zinc plated, property class 8.8, in boxes of forty-eight, to ISO 4017',
      },
    ],
    ['I2', { identifiers: [{ scheme: 'supplier-item', value: '77-02' }] }],
  ]),
  ...differing,
});

/** An 850 as a whole interchange. */
export function x12TextOf(body: readonly Segment[], version: string): string {
  const written = serialiseX12(
    {
      sender: { qualifier: '14', id: '4012345000009' },
      receiver: { qualifier: '14', id: '4098765000003' },
      date: '261121',
      time: '0418',
      version: version === '004010' ? '00401' : '00501',
      controlNumber: 301,
      acknowledgementRequested: false,
      test: true,
      groups: [
        {
          functionalId: 'PO',
          sender: '4012345000009',
          receiver: '4098765000003',
          date: '20261121',
          time: '0418',
          controlNumber: 301,
          version,
          transactions: [{ type: '850', controlNumber: '0001', body }],
        },
      ],
    },
    undefined,
    { charset: 'utf-8', lineBreaks: true },
  );
  return textOf(written);
}

/** An ORDERS as a whole interchange. */
export function edifactTextOf(body: readonly Segment[], version: string): string {
  const written = serialiseEdifact(
    {
      syntaxIdentifier: 'UNOC',
      syntaxVersion: '3',
      sender: { qualifier: '14', id: '4012345000009' },
      receiver: { qualifier: '14', id: '4098765000003' },
      date: '261121',
      time: '0418',
      reference: '301',
      acknowledgementRequested: false,
      test: true,
      messages: [
        {
          type: 'ORDERS',
          version: version.slice(0, 1),
          release: version.slice(1),
          agency: 'UN',
          association: '',
          reference: '1',
          body,
        },
      ],
    },
    undefined,
    { lineBreaks: true },
  );
  return textOf(written);
}

function textOf(written: ReturnType<typeof serialiseX12>): string {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return new TextDecoder('latin1').decode(written.bytes);
}
