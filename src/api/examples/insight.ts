import type { AnswerOf } from '../route.ts';
import type * as measureRoutes from '../routes/measures.ts';
import { stored } from './stored.ts';

const at = '2026-11-20T06:15:00.000Z';

const acceptance: AnswerOf<typeof measureRoutes.getOverview>['measures'][number] = {
  id: 'forecast-acceptance',
  title: 'Forecast rows applied',
  unit: 'ratio',
  value: 0.998,
  numerator: 998,
  denominator: 1000,
  definition: 'Rows applied of rows received; rows of rejected files count as received.',
  better: 'higher',
  dimensions: ['supplier', 'process'],
  days: [{ day: '2026-11-20', value: 0.998, numerator: 998, denominator: 1000 }],
  link: '/releases',
};

const { days, link, ...figure } = acceptance;

export const insightExamples = {
  'get-me': {
    answer: {
      id: 'buyer@example.com',
      name: 'buyer@example.com',
      roles: ['buyer' as const],
      may: ['exceptions.read', 'exceptions.resolve', 'proposals.decide'],
      decides: ['buyer' as const, 'receiving' as const, 'accounts_payable' as const],
    },
  },
  'get-overview': {
    answer: {
      asOf: at,
      from: '2026-11-20',
      to: '2026-11-20',
      measures: [acceptance],
      waiting: [
        {
          what: 'exceptions',
          title: 'Exceptions of buyers',
          by: 'buyer',
          count: 4,
          oldestDay: '2026-11-19',
          byDay: [{ day: '2026-11-19', count: 4 }],
          link: '/exceptions?role=buyer',
        },
      ],
      sources: [
        {
          id: 'tryton:master-data',
          system: 'tryton',
          what: 'master-data' as const,
          triedAt: at,
          succeededAt: at,
          changed: 3,
          changedAt: at,
          everySeconds: 900,
          freshness: 'fresh' as const,
          ageSeconds: 120,
        },
      ],
    },
  },
  'get-measure': {
    answer: {
      ...figure,
      dimension: 'all' as const,
      from: '2026-11-20',
      to: '2026-11-20',
      values: [
        {
          of: 'all',
          value: 0.998,
          numerator: 998,
          denominator: 1000,
          days,
          link,
        },
      ],
    },
  },
  search: {
    answer: {
      entries: [
        {
          type: 'purchase-order',
          id: 'po-53c234e5e8472b6ac51c1ae1ca',
          title: 'Purchase order PO-2026-0017',
          matched: 'order number',
          at,
        },
      ],
    },
  },
  'get-lineage': {
    answer: {
      root: 'purchase-order/po-53c234e5e8472b6ac51c1ae1ca',
      nodes: [
        {
          id: 'purchase-order/po-53c234e5e8472b6ac51c1ae1ca',
          station: 'order' as const,
          recordType: 'purchase-order',
          recordId: 'po-53c234e5e8472b6ac51c1ae1ca',
          title: 'PO-2026-0017',
          state: 'confirmed',
          system: 'tryton',
          at,
          awaited: false,
        },
        {
          id: 'answer/po-53c234e5e8472b6ac51c1ae1ca',
          station: 'answer' as const,
          recordType: 'partner-document',
          recordId: 'po-53c234e5e8472b6ac51c1ae1ca',
          title: 'Answer of nordbolt',
          state: 'awaiting',
          system: 'nordbolt',
          awaited: true,
        },
      ],
      edges: [
        {
          from: 'purchase-order/po-53c234e5e8472b6ac51c1ae1ca',
          to: 'answer/po-53c234e5e8472b6ac51c1ae1ca',
        },
      ],
      cut: false,
    },
  },
  'list-audit-entries': {
    answer: {
      entries: [
        {
          id: '0b6d1c1e-8f1b-4b0e-9d3f-0f6f1b3c2a11',
          at,
          action: 'approve-proposal',
          actor: { kind: 'person' as const, id: 'buyer@example.com' },
          target: 'proposal#pr-4355a46b19d348dc2f57c046f8',
          reason: 'Agreed with the supplier.',
          from: '203.0.113.7',
          correlationId: stored.correlationId,
          changes: [
            {
              record: 'proposal#pr-4355a46b19d348dc2f57c046f8',
              version: 2,
              fields: [{ path: 'state', before: '"waiting"', after: '"approved"' }],
              cut: false,
            },
          ],
        },
      ],
    },
  },
};
