import type { Waiting } from '#core/canonical/figures.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { KnownRecord } from '#core/kernel/counting.ts';
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';

/** A system and what is to be done there: `tryton create-purchase-order`. */
export const laneOf = (system: string, operation: string): string => `${system} ${operation}`;

type Rules = {
  readonly [T in RecordType]?: (body: RecordBody<T>) => readonly Waiting[];
};

const since = (at: Instant, count: number, ...places: readonly (readonly [string, string])[]): Waiting[] =>
  places.map(([what, by]) => ({ what, by, day: dateOfInstant(at), count }));

/**
 * What waits because of a record, as it stands: nothing as soon as it is settled. The day is that on which it began to
 * wait, as the record tells it: whatever is counted from must not depend on when it is looked at.
 */
const rules: Rules = {
  exception: ({ state, owner, kind, openedAt }) =>
    state === 'resolved' ? [] : since(openedAt, 1, ['exceptions', owner], ['exceptions-by-kind', kind]),
  'dead-letter': ({ state, queue, died, firstSeenAt }) =>
    state === 'waiting'
      ? since(firstSeenAt, 1, ['dead-letters', queue], ['dead-letters-by-class', died.class])
      : [],
  'purchase-order': ({ state, system, origin, provenance }) =>
    state === 'requested' && origin === 'crossdock'
      ? since(provenance.receivedAt, 1, ['postings', laneOf(system, 'create-purchase-order')])
      : [],
  'order-change': ({ posting, system, requestedAt }) =>
    posting === 'requested'
      ? since(requestedAt, 1, ['postings', laneOf(system, 'amend-purchase-order')])
      : [],
  invoice: ({ state, system, provenance }) =>
    state === 'matched'
      ? since(provenance.receivedAt, 1, ['postings', laneOf(system, 'post-supplier-invoice')])
      : [],
  'approval-group': ({ state, pending, supplierId, proposedAt }) =>
    state === 'waiting' && pending > 0 && proposedAt
      ? since(proposedAt, pending, ['proposals', supplierId])
      : [],
  'partner-document': ({ state, partnerId, at }) =>
    state === 'parked' ? since(at, 1, ['documents-parked', partnerId]) : [],
  'forecast-release': ({ state, receivedAt }) =>
    state === 'held' ? since(receivedAt, 1, ['releases-held', 'planner']) : [],
};

/** What waits because of a record; empty for records of which nothing ever does. */
export function waitingOf({ type, body }: KnownRecord): readonly Waiting[] {
  // The body is of the type it is filed under.
  const rule = rules[type] as ((body: unknown) => readonly Waiting[]) | undefined;
  return rule?.(body) ?? [];
}
