import type { ExceptionAction, ExceptionKind, ExceptionOwner } from '#core/canonical/exception.ts';

/** What holds for every exception of a kind: who decides, how grave it is, by when, and what can be done (O10). */
export interface ExceptionRule {
  readonly owner: ExceptionOwner;
  readonly severity: 'low' | 'medium' | 'high';
  /** Hours until somebody must have decided. */
  readonly withinHours: number;
  readonly actions: readonly ExceptionAction[];
}

const buyer = { owner: 'buyer', severity: 'medium', withinHours: 24 } as const;
const coordinator = { owner: 'edi_coordinator', severity: 'medium', withinHours: 8 } as const;
const steward = { owner: 'steward', severity: 'medium', withinHours: 24 } as const;

export const exceptionRules: { readonly [K in ExceptionKind]: ExceptionRule } = {
  'answer-overdue': { ...buyer, actions: ['resend', 'extend', 'cancel-line', 'close'] },
  'short-or-backorder': { ...buyer, severity: 'high', actions: ['accept', 'counter', 'cancel-line'] },
  'price-difference': { ...buyer, actions: ['accept', 'counter', 'cancel-line'] },
  'date-slip': { ...buyer, severity: 'high', actions: ['accept', 'counter', 'cancel-line'] },
  substitution: { ...buyer, actions: ['accept', 'cancel-line'] },
  'line-rejected': { ...buyer, severity: 'high', actions: ['cancel-line', 'counter'] },
  'answer-contradicts': { ...buyer, actions: ['accept', 'counter', 'cancel-line'] },
  'change-not-possible': { ...buyer, actions: ['close'] },
  'change-refused': { ...buyer, severity: 'high', actions: ['reprocess', 'close'] },
  'supplier-proposes-change': { ...buyer, actions: ['accept', 'counter', 'cancel-line'] },
  'ship-notice-late': { ...buyer, actions: ['accept', 'close'] },
  'ship-notice-differs': { ...buyer, actions: ['accept', 'close'] },
  'acknowledgement-rejecting': { ...coordinator, severity: 'high', actions: ['resend', 'close'] },
  'acknowledgement-overdue': { ...coordinator, actions: ['resend', 'extend', 'close'] },
  'unknown-partner': { ...coordinator, actions: ['reprocess', 'reject'] },
  'unreadable-interchange': { ...coordinator, actions: ['reprocess', 'reject'] },
  'document-rejected': { ...coordinator, actions: ['reprocess', 'reject'] },
  'duplicate-differs': { ...coordinator, actions: ['reprocess', 'reject'] },
  'control-number-gap': { ...coordinator, severity: 'low', actions: ['close'] },
  'partner-silent': { ...coordinator, severity: 'low', actions: ['close'] },
  'receipt-differs': { owner: 'receiving', severity: 'medium', withinHours: 24, actions: ['close'] },
  'receipt-unannounced': { owner: 'receiving', severity: 'low', withinHours: 48, actions: ['close'] },
  'invoice-variance': {
    owner: 'accounts_payable',
    severity: 'medium',
    withinHours: 72,
    actions: ['override', 'reprocess', 'reject'],
  },
  'invoice-duplicate': {
    owner: 'accounts_payable',
    severity: 'low',
    withinHours: 72,
    actions: ['reject', 'close'],
  },
  'unknown-code': { ...steward, severity: 'high', withinHours: 8, actions: ['reprocess', 'reject'] },
  'pack-conflict': { ...steward, actions: ['reprocess', 'reject'] },
  'offer-differs': { ...steward, severity: 'low', withinHours: 120, actions: ['close'] },
  'posting-refused': { owner: 'ops', severity: 'high', withinHours: 4, actions: ['reprocess', 'close'] },
  'dead-letter': { owner: 'ops', severity: 'medium', withinHours: 24, actions: ['close'] },
};

/** By when an exception of a kind that opens now must be decided. */
export const dueAfter = (now: string, kind: ExceptionKind): string =>
  new Date(Date.parse(now) + exceptionRules[kind].withinHours * 3_600_000).toISOString();
