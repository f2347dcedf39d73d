import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/partner-documents.ts';
import { stored } from './stored.ts';

const document: AnswerOf<typeof routes.reprocessPartnerDocument> = {
  id: 'pd-4355a46b19d348dc2f57c046f8',
  direction: 'in',
  channel: 'edi',
  kind: 'order-acknowledgement',
  state: 'parked',
  partnerId: 'nordbolt',
  supplierId: 'sup-nordbolt',
  agreementVersion: 3,
  number: 'AB-77120',
  orderNumber: 'PO-2026-0017',
  purchaseOrderId: 'po-53c234e5e8472b6ac51c1ae1ca',
  ordinal: '2026-11-23T11:18:00.000Z#00000000000417#000000',
  edi: {
    interchangeId: 'int-19581e27de7ced00ff1ce50b20',
    type: '855',
    version: '004010',
    groupReference: '417',
    transactionReference: '0001',
  },
  findings: [{ code: 'code-unknown', at: 'item', message: 'The item code HB-8-40 leads to no item.' }],
  waitsFor: 'xr-0263829989b6fd954f72baaf2f',
  test: false,
  at: '2026-11-23T11:20:00.000Z',
  ...stored,
};
const { waitsFor: _waitsFor, ...released } = document;

const interchange: AnswerOf<typeof routes.listInterchanges>['entries'][number] = {
  id: 'int-19581e27de7ced00ff1ce50b20',
  direction: 'in',
  state: 'split',
  partnerId: 'nordbolt',
  agreementVersion: 3,
  standard: 'x12',
  usage: 'production',
  sender: { qualifier: 'ZZ', id: 'NORDBOLT' },
  receiver: { qualifier: '14', id: '4012345000009' },
  controlNumber: '000000417',
  sha256: '4a44dc15364204a80fe80e9039455cc1608281820fe2b24f1e5233ade6af1dd5',
  fileName: 'partners/nordbolt/in/855-417.edi',
  transactions: 1,
  rejected: 0,
  repeats: 0,
  findings: [],
  isAcknowledgement: false,
  at: '2026-11-23T11:20:00.000Z',
  ...stored,
};

export const partnerDocumentExamples = {
  'list-partner-documents': { answer: { entries: [document] } },
  'get-partner-document': {
    answer: {
      ...document,
      history: [
        {
          sequence: 1,
          at: '2026-11-23T11:20:00.000Z',
          event: 'partner-document-received',
          data: { partnerDocumentId: document.id, partnerId: 'nordbolt', kind: 'order-acknowledgement' },
          correlationId: stored.correlationId,
        },
      ],
      content: {
        text: '{"number":"PO-2026-0017","lines":[]}',
        truncated: false,
        sizeBytes: 36,
        url: 'https://crossdock-prod-documents.s3.eu-central-1.amazonaws.com/documents/canonical/pd-4355a46b19d348dc2f57c046f8.json?X-Amz-Signature=c1b1',
        expiresAt: '2026-11-23T11:30:00.000Z',
      },
    },
  },
  'reprocess-partner-document': {
    body: {},
    answer: { ...released, state: 'received' as const, findings: [], version: stored.version + 1 },
  },
  'get-interchange': {
    answer: {
      ...interchange,
      content: {
        text: 'ISA*00*          *00*          *ZZ*NORDBOLT       *ZZ*CROSSDOCK      *261120*0615*U*00401*000000417*0*P*>~',
        truncated: false,
        sizeBytes: 912,
        url: 'https://documents.s3.eu-central-1.amazonaws.com/417.edi?X-Amz-Expires=300',
        expiresAt: '2026-11-20T06:25:00.000Z',
      },
      documents: [document],
      history: [],
    },
  },
  'list-interchanges': { answer: { entries: [interchange] } },
  'reprocess-interchange': {
    body: {},
    answer: { interchangeId: interchange.id, state: 'split' as const },
  },
  'put-cross-reference': {
    body: { kind: 'item' as const, theirs: 'HB-8-40', ours: 'item-104' },
    answer: {
      id: 'xr-0263829989b6fd954f72baaf2f',
      partnerId: 'nordbolt',
      kind: 'item' as const,
      theirs: 'HB-8-40',
      ours: 'item-104',
      changedAt: '2026-11-23T12:00:00.000Z',
      ...stored,
    },
  },
};
