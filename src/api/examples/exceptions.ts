import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/exceptions.ts';
import { stored } from './stored.ts';

const open: AnswerOf<typeof routes.getException> = {
  id: 'ex-0b14d501a594442a01c6859541',
  kind: 'price-difference',
  owner: 'buyer',
  severity: 'medium',
  state: 'open',
  title: 'Nordbolt asks 13 EUR instead of 12.5 EUR for line 1 of PO-2026-0017',
  about: {
    partnerId: 'nordbolt',
    supplierId: 'sup-nordbolt',
    purchaseOrderId: 'po-53c234e5e8472b6ac51c1ae1ca',
    orderNumber: 'PO-2026-0017',
    lineNumber: 1,
    itemId: 'item-104',
    partnerDocumentId: 'pd-4355a46b19d348dc2f57c046f8',
  },
  evidence: [{ what: 'price', expected: '12.5 EUR per 100 EA', received: '13 EUR per 100 EA' }],
  atStake: { amount: '2.4', currency: 'EUR' },
  actions: ['accept', 'counter', 'cancel-line'],
  openedAt: '2026-11-20T07:02:00.000Z',
  dueAt: '2026-11-21T07:02:00.000Z',
  comments: [],
  reopened: 0,
  ...stored,
};

const next = { version: stored.version + 1 };
const by = 'buyer-desk';
const at = '2026-11-20T08:31:00.000Z';

export const exceptionExamples = {
  'list-exceptions': { answer: { entries: [open] } },
  'get-exception': { answer: open },
  'claim-exception': {
    body: {},
    answer: { ...open, state: 'claimed' as const, claimedBy: by, ...next },
  },
  'assign-exception': {
    body: { to: 'buyer@example.com' },
    answer: { ...open, state: 'claimed' as const, claimedBy: 'buyer@example.com', ...next },
  },
  'comment-exception': {
    body: { text: 'Called them: steel is dearer since October.' },
    answer: { ...open, comments: [{ by, at, text: 'Called them: steel is dearer since October.' }], ...next },
  },
  'resolve-exception': {
    body: { action: 'counter' as const, reason: 'The contract says 12.6.', counter: { price: '12.6' } },
    answer: {
      ...open,
      state: 'resolved' as const,
      resolution: {
        action: 'counter' as const,
        by,
        at,
        reason: 'The contract says 12.6.',
        counter: { price: '12.6' },
      },
      ...next,
    },
  },
  'reopen-exception': {
    body: { reason: 'They answered the same again.' },
    answer: { ...open, reopened: 1, ...next },
  },
};
