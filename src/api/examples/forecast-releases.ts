import type { AnswerOf, BodyOf } from '../route.ts';
import type * as routes from '../routes/forecast-releases.ts';
import { stored } from './stored.ts';

const held: AnswerOf<typeof routes.getForecastRelease> = {
  id: 'fr-2c26b46b68ffc68ff99b453c1d',
  documentId: 'doc-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  state: 'held',
  fileName: 'week-48.csv',
  horizon: { from: '2026-11-23', to: '2027-02-15', buckets: 13 },
  counts: { received: 13_004, applied: 13_000, rejected: 0, quarantined: 4, inFlight: 0 },
  total: '615320',
  itemLocations: 1000,
  revision: {
    against: 'fr-19581e27de7ced00ff1ce50b20',
    changed: 212,
    added: 3,
    dropped: 0,
    totalBefore: '402110',
    totalAfter: '615320',
  },
  reasons: ['21.2 % of the item-locations changed by more than 50 %; the policy holds above 10 %.'],
  receivedAt: '2026-11-20T06:14:02.000Z',
  ...stored,
};

const approved: AnswerOf<typeof routes.approveForecastRelease> = {
  ...held,
  state: 'approved',
  approvedBy: 'planner-portal',
  approvedAt: '2026-11-20T06:20:41.000Z',
  version: stored.version + 1,
};

const upload: AnswerOf<typeof routes.createForecastUpload> = {
  uploadId: 'up-fcde2b2edba56bf408601fb721',
  url: 'https://landing.s3.eu-central-1.amazonaws.com/',
  fields: { key: 'forecasts/up-fcde2b2edba56bf408601fb721/week-48.csv', 'Content-Type': 'text/csv' },
  maximumBytes: 1_048_576,
  expiresAt: '2026-11-20T06:30:00.000Z',
  correlationId: stored.correlationId,
};

const approveBody: BodyOf<typeof routes.approveForecastRelease> = {
  reason: 'The spike is the spring campaign.',
};
const uploadBody: BodyOf<typeof routes.createForecastUpload> = {
  fileName: 'week-48.csv',
  sizeBytes: 1_048_576,
};

export const forecastReleaseExamples = {
  'list-forecast-releases': { answer: { entries: [held] } },
  'get-forecast-release': { answer: held },
  'download-quarantined-rows': {
    answer: {
      releaseId: held.id,
      rows: 4,
      first: [
        {
          line: 212,
          code: 'item-unknown',
          reason: 'Item HB-8-99 is not known.',
          row: 'HB-8-99,loc-hamburg,2026-11-23,120',
        },
      ],
      url: 'https://work.s3.eu-central-1.amazonaws.com/quarantine.csv?X-Amz-Expires=300',
      expiresAt: '2026-11-20T06:25:00.000Z',
    },
  },
  'reject-forecast-release': {
    body: { reason: 'The spike is a typing error.' },
    answer: { ...held, state: 'rejected' as const, version: stored.version + 1 },
  },
  'compare-forecast-release': {
    answer: {
      against: 'fr-19581e27de7ced00ff1ce50b20',
      weeks: [{ bucket: '2026-11-23', before: '31008', after: '47332' }],
      largest: [
        {
          itemId: 'item-104',
          locationId: 'loc-hamburg',
          unit: 'EA' as const,
          what: 'changed' as const,
          before: '440',
          after: '1320',
        },
      ],
    },
  },
  'get-forecast-series': {
    answer: {
      releaseId: held.id,
      series: {
        itemId: 'item-104',
        locationId: 'loc-hamburg',
        unit: 'EA' as const,
        from: '2026-11-23',
        quantities: ['90', '110'],
      },
    },
  },
  'approve-forecast-release': { body: approveBody, answer: approved },
  'create-forecast-upload': { body: uploadBody, answer: upload },
};
