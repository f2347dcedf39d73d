import { supplierMeasureIds, supplierMeasures } from '#core/canonical/scorecard.ts';
import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/supplier-flow.ts';
import { provenance, stored } from './stored.ts';

const quantity = { value: '480', unit: 'EA' as const };
const price = { amount: '12.5', currency: 'EUR' as const, per: { value: '100', unit: 'EA' as const } };

const progress: AnswerOf<typeof routes.getOrderProgress> = {
  id: 'po-53c234e5e8472b6ac51c1ae1ca',
  supplierId: 'sup-nordbolt',
  partnerId: 'nordbolt',
  channel: 'edi',
  orderNumber: 'PO-2026-0017',
  system: 'tryton',
  locationId: 'loc-hamburg',
  currency: 'EUR',
  orderDate: '2026-11-23',
  cancelled: false,
  told: {
    documentId: 'pd-19581e27de7ced00ff1ce50b20',
    at: '2026-11-23T08:00:01.000Z',
    delivery: 'delivered',
  },
  answer: {
    state: 'differs',
    documentId: 'pd-4355a46b19d348dc2f57c046f8',
    answeredAt: '2026-11-23T11:20:00.000Z',
  },
  change: { sequence: 1 },
  waitingInvoices: [],
  lines: [
    {
      lineNumber: 1,
      itemId: 'item-104',
      quantity: { value: '10', unit: 'XCS' },
      baseQuantity: quantity,
      price,
      requestedDate: '2026-12-07',
      firstPromisedDate: '2026-12-09',
      lastPromisedDate: '2026-12-09',
      cancelled: false,
      answer: {
        documentId: 'pd-4355a46b19d348dc2f57c046f8',
        outcomes: ['price'],
        quantity: '10',
        deliveryDate: '2026-12-09',
      },
      shipped: [],
      received: [],
      invoiced: [],
    },
  ],
  identifiers: [{ scheme: 'order-of:nordbolt', value: 'PO-2026-0017' }],
  changes: [
    {
      id: 'oc-2e7d2c03a9507ae265ecf5b535',
      purchaseOrderId: 'po-53c234e5e8472b6ac51c1ae1ca',
      sequence: 1,
      origin: 'buyer',
      reason: 'The contract says 12.6.',
      system: 'tryton',
      lines: [{ lineNumber: 1, action: 'change', itemId: 'item-104', price: { ...price, amount: '12.6' } }],
      posting: 'none',
      telling: 'sent',
      requestedAt: '2026-11-23T12:31:00.000Z',
      ...stored,
    },
  ],
  ...stored,
};

const shipment: AnswerOf<typeof routes.listSupplierShipments>['entries'][number] = {
  id: 'pd-18ac3e7343f016890c510e93f9',
  supplierId: 'sup-nordbolt',
  partnerId: 'nordbolt',
  number: 'LS-90311',
  state: 'expected',
  shippedOn: '2026-12-07',
  expectedOn: '2026-12-09',
  packs: 1,
  lines: [
    {
      purchaseOrderId: 'po-53c234e5e8472b6ac51c1ae1ca',
      lineNumber: 1,
      itemId: 'item-104',
      quantity,
      received: '0',
      lots: [{ number: 'L-2026-48' }],
    },
  ],
  identifiers: [],
  provenance: { ...provenance, system: 'nordbolt' },
  ...stored,
};

const invoice: AnswerOf<typeof routes.getInvoice> = {
  id: 'pd-3f79bb7b435b05321651daefd3',
  supplierId: 'sup-nordbolt',
  partnerId: 'nordbolt',
  number: 'R-2026-5512',
  kind: 'invoice',
  issuedOn: '2026-12-09',
  currency: 'EUR',
  total: '80.92',
  tax: '12.92',
  system: 'tryton',
  state: 'posted',
  reasons: [],
  lines: [
    {
      stated: '1',
      purchaseOrderId: 'po-53c234e5e8472b6ac51c1ae1ca',
      lineNumber: 1,
      itemId: 'item-104',
      quantity,
      baseQuantity: '480',
      price,
      amount: '60',
      verdict: 'matched',
    },
  ],
  charges: [{ code: 'freight', description: 'Freight', amount: '8', agreed: true }],
  systemNumber: 'INV-2026-0031',
  identifiers: [],
  provenance: { ...provenance, system: 'nordbolt' },
  ...stored,
};

const scorecard: AnswerOf<typeof routes.getSupplierScorecard> = {
  supplierId: 'sup-nordbolt',
  month: '2026-12',
  from: '2026-12-01',
  to: '2026-12-31',
  asOf: '2027-01-04T08:00:00.000Z',
  complete: true,
  measures: supplierMeasureIds.map((measure) => ({
    measure,
    unit: supplierMeasures[measure].unit,
    value: supplierMeasures[measure].unit === 'hours' ? '3.3' : '50',
    numerator: 1,
    denominator: 2,
    counted: ['po-53c234e5e8472b6ac51c1ae1ca#1'],
    missed: ['po-53c234e5e8472b6ac51c1ae1ca#2'],
  })),
};

export const supplierFlowExamples = {
  'get-order-progress': { answer: progress },
  'list-supplier-shipments': { answer: { entries: [shipment] } },
  'list-invoices': { answer: { entries: [invoice] } },
  'get-invoice': { answer: invoice },
  'get-supplier-scorecard': { answer: scorecard },
};
