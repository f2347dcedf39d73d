import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/documents.ts';
import { stored } from './stored.ts';

const documentId = 'doc-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

const document: AnswerOf<typeof routes.getDocument> = {
  id: documentId,
  kind: 'forecast-file',
  state: 'applied',
  fileName: 'week-48.csv',
  sizeBytes: 612_447,
  sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  arrivals: 1,
  resultId: 'fr-2c26b46b68ffc68ff99b453c1d',
  receivedAt: '2026-11-20T06:14:02.000Z',
  receivedFrom: 'landing-bucket',
  history: [
    {
      sequence: 1,
      at: '2026-11-20T06:14:02.000Z',
      event: 'document-received',
      data: { documentId, kind: 'forecast-file', fileName: 'week-48.csv', sizeBytes: 612_447 },
      correlationId: stored.correlationId,
    },
  ],
  ...stored,
};

const { history: _history, ...withoutHistory } = document;

export const documentExamples = {
  'list-documents': { answer: { entries: [withoutHistory] } },
  'get-document': { answer: document },
  'get-document-content': {
    answer: {
      text: 'item,location,week,quantity,unit\n',
      truncated: true,
      sizeBytes: 612_447,
      url: 'https://documents.s3.eu-central-1.amazonaws.com/week-48.csv?X-Amz-Expires=300',
      expiresAt: '2026-11-20T06:25:00.000Z',
    },
  },
};
