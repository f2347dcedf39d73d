import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/supplier-interchanges.ts';
import { stored } from './stored.ts';

const sent: AnswerOf<typeof routes.listSupplierInterchanges>['entries'][number] = {
  id: 'int-19581e27de7ced00ff1ce50b20',
  direction: 'out',
  state: 'sent',
  standard: 'x12',
  usage: 'production',
  controlNumber: '000000101',
  fileName: 'x12-000000101.edi',
  transactions: 1,
  rejected: 0,
  findings: [],
  isAcknowledgement: false,
  at: '2026-11-23T08:00:00.000Z',
  sentAt: '2026-11-23T08:00:01.000Z',
  ...stored,
};

const sha256 = '4a44dc15364204a80fe80e9039455cc1608281820fe2b24f1e5233ade6af1dd5';

export const supplierInterchangeExamples = {
  'post-interchange': {
    body: { base64: 'SVNBKjAwKg==' },
    answer: {
      documentId: `doc-${sha256}`,
      sizeBytes: 1204,
      sha256,
      correlationId: stored.correlationId,
    },
  },
  'create-interchange-upload': {
    body: { fileName: 'week-48.edi', sizeBytes: 8_120_000 },
    answer: {
      uploadId: 'up-4fc82b26aecb47d2868c4efbe3',
      url: 'https://crossdock-prod-landing.s3.eu-central-1.amazonaws.com/',
      fields: {
        key: 'partners/nordbolt/in/up-4fc82b26aecb47d2868c4efbe3-week-48.edi',
        'Content-Type': 'application/octet-stream',
        Policy: 'eyJleHBpcmF0aW9uIjoi…',
        'X-Amz-Signature': 'c1b1…',
      },
      maximumBytes: 8_120_000,
      expiresAt: '2026-11-23T08:15:00.000Z',
      correlationId: stored.correlationId,
    },
  },
  'list-supplier-interchanges': { answer: { entries: [sent] } },
  'collect-interchange': {
    answer: {
      interchangeId: sent.id,
      fileName: sent.fileName,
      sizeBytes: 1204,
      sha256,
      content: 'SVNBKjAwKg==',
      url: 'https://crossdock-prod-documents.s3.eu-central-1.amazonaws.com/documents/interchanges/int-19581e27de7ced00ff1ce50b20?X-Amz-Signature=c1b1',
      expiresAt: '2026-11-23T08:05:00.000Z',
    },
  },
};
