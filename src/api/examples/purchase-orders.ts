import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/purchase-orders.ts';
import { provenance, stored } from './stored.ts';

const order: AnswerOf<typeof routes.getPurchaseOrder> = {
  id: 'po-53c234e5e8472b6ac51c1ae1ca',
  type: 'standard',
  state: 'confirmed',
  origin: 'crossdock',
  system: 'tryton',
  number: 'PO-2026-0017',
  supplierId: 'sup-nordbolt',
  locationId: 'loc-hamburg',
  lines: [
    {
      lineNumber: 1,
      itemId: 'item-104',
      quantity: { value: '10', unit: 'XCS' },
      baseQuantity: { value: '480', unit: 'EA' },
      openQuantity: '480',
      price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
      requestedDate: '2026-12-07',
      proposalId: 'pr-b5bb9d8014a0f9b1d61e21e796',
    },
  ],
  total: { amount: '60', currency: 'EUR' },
  orderDate: '2026-11-23',
  approvalGroupId: 'ag-7d793037a0760186574b0282f2',
  releaseId: 'fr-2c26b46b68ffc68ff99b453c1d',
  identifiers: [{ scheme: 'tryton:purchase', value: '17' }],
  provenance: { ...provenance, system: 'crossdock' },
  ...stored,
};

export const purchaseOrderExamples = {
  'list-purchase-orders': { answer: { entries: [order] } },
  'get-purchase-order': {
    answer: {
      ...order,
      posting: {
        state: 'settled' as const,
        system: 'tryton',
        reference: 'CD-5f70bf18a086007016e9',
        attempts: 1,
      },
    },
  },
};
