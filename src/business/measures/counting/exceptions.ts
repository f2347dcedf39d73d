import { type ExceptionKind, exceptionKindSchema } from '#core/canonical/exception.ts';
import type { Addition } from '#core/canonical/figures.ts';
import type { CountedEvent, Facts } from '#core/kernel/counting.ts';
import { dueAfter } from '../../exceptions/kinds.ts';
import { type Counting, lastBefore, lasted, oneOf, ownHistory, share, textOf } from './counting.ts';

/** Opened, or opened again. */
export const openedExceptions: Counting = {
  on: ['exception-opened'],
  count: (event, facts) => [share('exceptions-opened', event, of(event, facts), 1, 0)],
};

/**
 * Resolved before they were due, of all resolved; and how long it took since they were opened last. Both go by what
 * happened before, so that an exception that was opened again since makes no difference.
 */
export const resolvedExceptions: Counting = {
  on: ['exception-resolved'],
  needed: ownHistory,
  count: (event, facts) => {
    const exception = facts.of('exception', event.id);
    const openedAt = lastBefore(event, facts, 'exception-opened');
    if (!exception || openedAt === undefined) return [];
    return [
      oneOf('exceptions-in-time', event, of(event, facts), event.at <= dueAfter(openedAt, exception.kind)),
      ...lasted('exception-resolution', event, of(event, facts), openedAt),
    ];
  },
};

function of({ id, data }: CountedEvent, facts: Facts): Addition['of'] {
  const exception = facts.of('exception', id);
  const kind = exceptionKindSchema.safeParse(textOf(data, 'kind') ?? exception?.kind);
  return {
    owner: textOf(data, 'owner') ?? exception?.owner,
    supplier: exception?.about.supplierId,
    ...(kind.success && { kind: kind.data, process: processOf[kind.data] }),
  };
}

/** The process that is out of step. */
const processOf: { readonly [K in ExceptionKind]: string } = {
  'answer-overdue': 'supplier-dialogue',
  'short-or-backorder': 'supplier-dialogue',
  'price-difference': 'supplier-dialogue',
  'date-slip': 'supplier-dialogue',
  substitution: 'supplier-dialogue',
  'line-rejected': 'supplier-dialogue',
  'answer-contradicts': 'supplier-dialogue',
  'change-not-possible': 'ordering',
  'change-refused': 'ordering',
  'supplier-proposes-change': 'supplier-dialogue',
  'ship-notice-late': 'receiving',
  'ship-notice-differs': 'receiving',
  'acknowledgement-rejecting': 'exchange',
  'acknowledgement-overdue': 'exchange',
  'unknown-partner': 'exchange',
  'unreadable-interchange': 'exchange',
  'document-rejected': 'exchange',
  'duplicate-differs': 'exchange',
  'control-number-gap': 'exchange',
  'partner-silent': 'exchange',
  'receipt-differs': 'receiving',
  'receipt-unannounced': 'receiving',
  'invoice-variance': 'invoicing',
  'invoice-duplicate': 'invoicing',
  'unknown-code': 'master-data',
  'pack-conflict': 'master-data',
  'offer-differs': 'master-data',
  'posting-refused': 'ordering',
  'dead-letter': 'operations',
};
