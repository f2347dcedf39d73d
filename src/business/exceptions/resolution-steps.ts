import type { ExceptionAction, ExceptionKind } from '#core/canonical/exception.ts';

/** What is done about a decided exception, and by which room. */
export type ResolutionStep =
  /** Nothing but what the decision says. */
  | 'none'
  /** Purchasing: the order is changed, the supplier asked for something else, or a line given up. */
  | 'buyer-decision'
  /** Purchasing: the supplier has its time to answer once more. */
  | 'extend-answer'
  /** Exchange: the document goes to the partner once more, under new control numbers. */
  | 'resend'
  | 'extend-acknowledgement'
  /** Exchange: what was set aside is read again, unchanged, as is agreed today. */
  | 'reprocess'
  | 'reject-document'
  /** Finance. */
  | 'override-invoice'
  | 'reject-invoice'
  | 'reprocess-invoice'
  /** Posting: what was refused is asked for once more. */
  | 'post-again';

type Steps = { readonly [A in ExceptionAction]?: ResolutionStep };

const buyerDecides: Steps = {
  accept: 'buyer-decision',
  counter: 'buyer-decision',
  'cancel-line': 'buyer-decision',
};
const readAgain: Steps = { reprocess: 'reprocess', reject: 'reject-document' };
const closes: Steps = {};

/** By kind and action. `close` does nothing wherever it is offered. */
const steps: { readonly [K in ExceptionKind]: Steps } = {
  'answer-overdue': { resend: 'resend', extend: 'extend-answer', 'cancel-line': 'buyer-decision' },
  'short-or-backorder': buyerDecides,
  'price-difference': buyerDecides,
  'date-slip': buyerDecides,
  substitution: { accept: 'buyer-decision', 'cancel-line': 'buyer-decision' },
  'line-rejected': { 'cancel-line': 'buyer-decision', counter: 'buyer-decision' },
  'answer-contradicts': buyerDecides,
  'change-not-possible': closes,
  'change-refused': { reprocess: 'post-again' },
  'supplier-proposes-change': buyerDecides,
  'ship-notice-late': { accept: 'buyer-decision' },
  'ship-notice-differs': { accept: 'buyer-decision' },
  'acknowledgement-rejecting': { resend: 'resend' },
  'acknowledgement-overdue': { resend: 'resend', extend: 'extend-acknowledgement' },
  'unknown-partner': readAgain,
  'unreadable-interchange': readAgain,
  'document-rejected': readAgain,
  'duplicate-differs': readAgain,
  'control-number-gap': closes,
  'partner-silent': closes,
  'receipt-differs': closes,
  'receipt-unannounced': closes,
  'invoice-variance': {
    override: 'override-invoice',
    reprocess: 'reprocess-invoice',
    reject: 'reject-invoice',
  },
  'invoice-duplicate': { reject: 'reject-invoice' },
  'unknown-code': readAgain,
  'pack-conflict': readAgain,
  'offer-differs': closes,
  'posting-refused': { reprocess: 'post-again' },
  'dead-letter': closes,
};

/** What an action does about an exception of a kind; undefined for an action that its kind does not have. */
export const resolutionStep = (kind: ExceptionKind, action: ExceptionAction): ResolutionStep | undefined =>
  action === 'close' ? 'none' : steps[kind][action];
