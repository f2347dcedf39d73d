import type { AnswerOf } from '../route.ts';
import type * as deadLetterRoutes from '../routes/dead-letters.ts';
import type * as replayRoutes from '../routes/replays.ts';
import type * as systemRoutes from '../routes/systems.ts';
import { stored } from './stored.ts';

const by = 'ops@example.com';
const at = '2026-11-20T06:15:00.000Z';
const next = { version: stored.version + 1 };

const deadLetter: AnswerOf<typeof deadLetterRoutes.discardDeadLetter> = {
  id: 'dl-4355a46b19d348dc2f57c046f8',
  queue: 'acknowledgements',
  consumer: 'apply-acknowledgement',
  state: 'waiting',
  carries: {
    kind: 'event',
    name: 'partner-document-received',
    recordType: 'partner-document',
    recordId: 'pd-4355a46b19d348dc2f57c046f8',
    sequence: 1,
  },
  about: stored.correlationId,
  died: { class: 'file-missing', detail: 'documents/canonical/pd-4355 is not there.', at },
  seenAs: [{ messageId: '0b6d1c1e-8f1b-4b0e-9d3f-0f6f1b3c2a11', sentAt: at, seenAt: at }],
  receives: 5,
  returns: 0,
  firstSeenAt: at,
  lastSeenAt: at,
  redrives: [],
  sizeBytes: 812,
  ...stored,
};

const redrive: AnswerOf<typeof deadLetterRoutes.getRedrive> = {
  id: 'rd-41aa46b19d348dc2f57c046f80',
  queue: 'acknowledgements',
  selection: { kind: 'all', class: 'file-missing' },
  perSecond: 10,
  state: 'running',
  startedBy: by,
  startedAt: at,
  reason: 'The bucket answers again.',
  counts: { sent: 0, skipped: 0, failed: 0 },
  ...stored,
};

export const deadLetterExamples = {
  'list-dead-letter-queues': {
    answer: {
      entries: [
        {
          queue: 'acknowledgements',
          consumer: 'apply-acknowledgement',
          fifo: false,
          waiting: 12,
          messages: 12,
          oldest: at,
          classes: [{ class: 'file-missing', count: 12 }],
        },
      ],
    },
  },
  'list-dead-letters': { answer: { entries: [deadLetter] } },
  'get-dead-letter': {
    answer: {
      ...deadLetter,
      message: '{\n  "detail-type": "crossdock.partner-document-received.v1"\n}',
      truncated: false,
      hint: 'Put the object back, or ask the partner to send the document again.',
    },
  },
  'rehearse-dead-letter': {
    answer: {
      outcome: 'would-succeed' as const,
      effects: [{ what: 'commit', about: 'order-ledger led-53c234e5e8472b6ac51c1ae1ca' }],
      at,
    },
  },
  'discard-dead-letter': {
    body: { reason: 'The order was cancelled by phone.' },
    answer: {
      ...deadLetter,
      state: 'discarded' as const,
      settled: { by, at, reason: 'The order was cancelled by phone.' },
      ...next,
    },
  },
  'move-dead-letter': {
    body: {
      owner: 'buyer' as const,
      title: 'Answer of Nordbolt cannot be read',
      reason: 'They must resend.',
    },
    answer: {
      ...deadLetter,
      state: 'moved' as const,
      settled: { by, at, reason: 'They must resend.', exceptionId: 'ex-0b14d501a594442a01c6859541' },
      ...next,
    },
  },
  'start-redrive': {
    body: {
      queue: 'acknowledgements',
      selection: { kind: 'all' as const, class: 'file-missing' },
      perSecond: 10,
      reason: 'The bucket answers again.',
    },
    answer: redrive,
  },
  'list-redrives': { answer: { entries: [redrive] } },
  'get-redrive': { answer: { ...redrive, counts: { sent: 7, skipped: 1, failed: 0 } } },
  'cancel-redrive': {
    body: {},
    answer: { ...redrive, state: 'cancelled' as const, cancelledBy: by, finishedAt: at, ...next },
  },
};

const selection = { from: '2026-11-19T00:00:00.000Z', to: '2026-11-20T00:00:00.000Z' };
const replay: AnswerOf<typeof replayRoutes.getReplay> = {
  id: 'rp-09c246b19d348dc2f57c046f80',
  consumer: 'match-invoice',
  selection,
  perSecond: 10,
  state: 'running',
  startedBy: by,
  startedAt: at,
  reason: 'The tolerance was wrong yesterday.',
  counts: { read: 0, sent: 0, skipped: 0 },
  ...stored,
};

export const replayExamples = {
  'list-event-consumers': {
    answer: {
      entries: [
        {
          consumer: 'match-invoice',
          summary: 'Matches an invoice with order and receipt, again when goods arrive.',
          queue: 'invoices',
          events: [{ name: 'order-progressed', summary: 'Something happened on an order.' }],
        },
      ],
    },
  },
  'preview-replay': {
    body: { consumer: 'match-invoice', selection },
    answer: {
      count: 1,
      more: false,
      records: 1,
      byEvent: [{ event: 'order-progressed', count: 1 }],
      first: [
        {
          event: 'order-progressed',
          recordType: 'order-ledger',
          recordId: 'po-53c234e5e8472b6ac51c1ae1ca',
          sequence: 4,
          at,
        },
      ],
      rehearsed: [
        {
          event: 'order-progressed',
          recordType: 'order-ledger',
          recordId: 'po-53c234e5e8472b6ac51c1ae1ca',
          sequence: 4,
          outcome: 'would-succeed' as const,
          effects: [{ what: 'commit invoice', about: 'inv-2b7c9d41aa' }],
        },
      ],
    },
  },
  'start-replay': {
    body: {
      consumer: 'match-invoice',
      selection,
      perSecond: 10,
      reason: 'The tolerance was wrong yesterday.',
    },
    answer: replay,
  },
  'list-replays': { answer: { entries: [replay] } },
  'get-replay': { answer: { ...replay, counts: { read: 240, sent: 240, skipped: 0 } } },
  'cancel-replay': {
    body: {},
    answer: { ...replay, state: 'cancelled' as const, cancelledBy: by, finishedAt: at, ...next },
  },
};

const system: AnswerOf<typeof systemRoutes.pauseSystem> = {
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'https://erp.example.com',
  database: 'erp',
  callsPerSecond: 50,
  company: '1',
  version: 2,
  breaker: { state: 'closed' },
  sources: [
    {
      id: 'tryton:master-data',
      system: 'tryton',
      what: 'master-data',
      triedAt: at,
      succeededAt: at,
      changed: 3,
      changedAt: at,
      everySeconds: 900,
    },
  ],
};

export const systemExamples = {
  'list-systems': { answer: { entries: [system] } },
  'get-system': {
    answer: {
      ...system,
      postings: [
        {
          effectId: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          operation: 'create-purchase-order',
          documentId: 'po-53c234e5e8472b6ac51c1ae1ca',
          laneId: 'po-53c234e5e8472b6ac51c1ae1ca',
          state: 'parked',
          attempts: 1,
          dueAt: at,
          because: 'The system is in maintenance.',
          createdAt: at,
        },
      ],
    },
  },
  'pause-system': {
    body: { reason: 'Update of the ERP.', until: '2026-11-20T08:00:00.000Z' },
    answer: {
      ...system,
      version: 3,
      maintenance: { since: at, until: '2026-11-20T08:00:00.000Z', by, reason: 'Update of the ERP.' },
    },
  },
  'resume-system': { body: { reason: 'The update is through.' }, answer: { ...system, version: 4 } },
};
