import type { AnswerOf, BodyOf } from '../route.ts';
import type * as routes from '../routes/supplier-orders.ts';
import { stored } from './stored.ts';

const order: AnswerOf<typeof routes.getSupplierOrder> = {
  orderNumber: 'PO-2026-0017',
  orderDate: '2026-11-23',
  currency: 'EUR',
  cancelled: false,
  locationId: 'loc-hamburg',
  answer: { state: 'differs', dueAt: '2026-11-24T08:00:00.000Z', answeredAt: '2026-11-23T11:20:00.000Z' },
  lines: [
    {
      lineNumber: 1,
      itemId: 'item-104',
      description: 'Hex bolt M8 x 40, zinc plated',
      gtins: ['04012345678901'],
      quantity: { value: '10', unit: 'XCS' },
      price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      requestedDate: '2026-12-07',
      lastPromisedDate: '2026-12-09',
      cancelled: false,
      answer: {
        outcomes: ['price', 'date'],
        quantity: { value: '10', unit: 'XCS' },
        deliveryDate: '2026-12-09',
      },
      unit: 'EA',
      shipped: '0',
      receivedGood: '0',
      receivedDamaged: '0',
      invoiced: '0',
      open: '480',
    },
  ],
  ...stored,
};
const { lines: _lines, ...withoutLines } = order;

const document: AnswerOf<typeof routes.getSupplierDocument> = {
  id: 'pd-4355a46b19d348dc2f57c046f8',
  direction: 'in',
  channel: 'api',
  kind: 'order-acknowledgement',
  state: 'received',
  number: 'AB-77120',
  orderNumber: 'PO-2026-0017',
  findings: [],
  test: false,
  at: '2026-11-23T11:20:00.000Z',
  ...stored,
};

const acknowledgement: BodyOf<typeof routes.acknowledgeSupplierOrder> = {
  number: 'AB-77120',
  answer: 'changed',
  lines: [
    {
      lineNumber: 1,
      answer: 'changed',
      quantity: { value: '10', unit: 'XCS' },
      price: { amount: '13', per: { value: '100', unit: 'EA' } },
      deliveryDate: '2026-12-09',
      note: 'Steel is dearer since October.',
    },
  ],
};

const shipment: BodyOf<typeof routes.announceSupplierShipment> = {
  number: 'LS-90311',
  purpose: 'original',
  shippedOn: '2026-12-07',
  expectedOn: '2026-12-09',
  packs: [
    {
      sscc: '340123450000000018',
      packaging: 'pallet',
      items: [
        {
          orderNumber: 'PO-2026-0017',
          lineNumber: 1,
          quantity: { value: '480', unit: 'EA' },
          lots: [{ number: 'L-2026-48' }],
        },
      ],
    },
  ],
};

const invoice: BodyOf<typeof routes.submitSupplierInvoice> = {
  number: 'R-2026-5512',
  kind: 'invoice',
  issuedOn: '2026-12-09',
  currency: 'EUR',
  lines: [
    {
      orderNumber: 'PO-2026-0017',
      lineNumber: 1,
      quantity: { value: '480', unit: 'EA' },
      price: { amount: '12.5', per: { value: '100', unit: 'EA' } },
      amount: '60',
    },
  ],
  charges: [{ kind: 'charge', code: 'freight', description: 'Freight', amount: '8' }],
  taxes: [{ type: 'VAT', percent: '19', amount: '12.92' }],
  total: '80.92',
};

const catalog: BodyOf<typeof routes.offerSupplierCatalog> = {
  currency: 'EUR',
  validFrom: '2027-01-01',
  items: [
    {
      item: { gtin: '04012345678901', supplierItem: 'HB-8-40' },
      price: { amount: '12.9', per: { value: '100', unit: 'EA' } },
      leadTimeDays: 10,
    },
  ],
};

const stock: BodyOf<typeof routes.reportSupplierStock> = {
  asOf: '2026-11-23',
  items: [{ item: { supplierItem: 'HB-8-40' }, available: { value: '12000', unit: 'EA' } }],
};

const kept = (kind: typeof document.kind, number: string) => ({ ...document, kind, number });
const { number: _number, orderNumber: _orderNumber, ...unnumbered } = document;

export const supplierOrderExamples = {
  'list-supplier-orders': { answer: { entries: [withoutLines] } },
  'get-supplier-order': { answer: order },
  'acknowledge-supplier-order': { body: acknowledgement, answer: document },
  'announce-supplier-shipment': { body: shipment, answer: kept('ship-notice', 'LS-90311') },
  'submit-supplier-invoice': { body: invoice, answer: kept('supplier-invoice', 'R-2026-5512') },
  'offer-supplier-catalog': {
    body: catalog,
    answer: { ...unnumbered, kind: 'supplier-catalog' as const },
  },
  'report-supplier-stock': { body: stock, answer: { ...unnumbered, kind: 'supplier-stock' as const } },
  'list-supplier-documents': { answer: { entries: [document] } },
  'get-supplier-document': { answer: document },
};
