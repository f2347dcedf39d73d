import { randomUUID } from 'node:crypto';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import { recordTypes } from '#core/canonical/record-types.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { AuditEntry, Change, Commit } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { auditLimits, changedFields } from './changed-fields.ts';
import { faultsOf } from './faults.ts';
import {
  type AuditedChange,
  type CurrentRecord,
  limits,
  type PreparedAudit,
  type PreparedCommit,
  type PreparedEvent,
  type PreparedHead,
  recordKey,
} from './model.ts';
import { type IdentifierChange, prepareAliases } from './prepare-aliases.ts';
import { prepareEvent } from './prepare-events.ts';
import { indexPlace } from './shards.ts';

interface PreparedChange {
  readonly head: PreparedHead;
  readonly events: readonly PreparedEvent[];
  readonly identifiers: IdentifierChange;
}

/**
 * Turn a commit into what is to be written, or into the problem that forbids it; no store is asked.
 * 1. Check every expectation against what is there.
 * 2. Check every body against its schema and every event against the catalogue.
 * 3. Give versions, sequences, list places, changed aliases and the audit entry.
 * 4. Check that it fits into one transaction.
 *
 * `current` holds the records that changes with a numbered expectation build on, by `recordKey`.
 */
export function prepareCommit(
  commit: Commit,
  current: ReadonlyMap<string, CurrentRecord>,
  at: Instant,
  newId: () => string = randomUUID,
): Result<PreparedCommit> {
  const twice = changedTwice(commit);
  if (twice) return fail(problem('record-invalid', `${twice} is changed twice in one commit.`));
  const changes: PreparedChange[] = [];
  for (const change of commit.changes) {
    const prepared = prepareChange(change, current.get(recordKey(change.type, change.id)), commit, at);
    if (!prepared.ok) return prepared;
    changes.push(prepared.value);
  }
  const aliases = prepareAliases(changes.map(({ identifiers }) => identifiers));
  if (!aliases.ok) return aliases;
  const heads = changes.map(({ head }) => head);
  const prepared: PreparedCommit = {
    heads,
    events: changes.flatMap(({ events }) => events),
    aliases: aliases.value,
    ...(commit.audit ? { audit: prepareAudit(commit.audit, heads, current, commit, at, newId()) } : {}),
  };
  const tooLarge = exceeds(prepared);
  return tooLarge ? fail(tooLarge) : ok(prepared);
}

/** The outside identifiers that lead to a record, by its body. */
export const identifiersOf = <T extends RecordType>(type: T, body: RecordBody<T>): readonly Identifier[] =>
  recordTypes[type].aliases(body);

export const recordChanged = (type: RecordType, id: string, expected: 'absent' | number, found: string) =>
  problem('record-changed', `${type} ${id} was expected ${versionText(expected)} and ${found}.`);

const versionText = (expected: 'absent' | number) =>
  expected === 'absent' ? 'not to exist' : `at version ${expected}`;

function prepareChange<T extends RecordType>(
  { type, id, expect, body: given, events: drafts = [] }: Change<T>,
  current: CurrentRecord | undefined,
  { correlationId, causationId }: Commit,
  now: Instant,
): Result<PreparedChange> {
  if (expect === 'absent' ? current !== undefined : current?.version !== expect) {
    return fail(
      recordChanged(type, id, expect, current ? `is at version ${current.version}` : 'does not exist'),
    );
  }
  const checked = recordTypes[type].schema.safeParse(given);
  if (!checked.success) return fail(problem('record-invalid', `${type} ${id}: ${faultsOf(checked.error)}`));
  // Through JSON, so that what is stored is what is read: no undefined, no shared references.
  const body: RecordBody<T> = JSON.parse(JSON.stringify(checked.data));
  if (body.id !== id) return fail(problem('record-invalid', `${type} ${id}: its body has the id ${body.id}`));

  // Clocks differ: by time, as by sequence, no event of a record comes before an earlier one.
  const at = current !== undefined && current.updatedAt > now ? current.updatedAt : now;
  const events: PreparedEvent[] = [];
  const sequenceBefore = current?.eventSequence ?? 0;
  for (const draft of drafts) {
    const sequence = sequenceBefore + events.length + 1;
    const event = prepareEvent(draft, sequence, { type, id, at, correlationId, causationId });
    if (!event.ok) return event;
    events.push(event.value);
  }
  const head: PreparedHead = {
    type,
    id,
    expect,
    version: (current?.version ?? 0) + 1,
    eventSequence: sequenceBefore + events.length,
    body,
    correlationId: current?.correlationId ?? correlationId,
    updatedAt: at,
    places: recordTypes[type].places(body).map((place, index) => place && indexPlace(place, id, index + 1)),
  };
  const identifiers = { type, id, before: current?.identifiers ?? [], after: identifiersOf(type, body) };
  return ok({ head, events, identifiers });
}

const prepareAudit = (
  entry: AuditEntry,
  heads: readonly PreparedHead[],
  current: ReadonlyMap<string, CurrentRecord>,
  { correlationId, causationId }: Commit,
  at: Instant,
  auditId: string,
): PreparedAudit => ({
  ...entry,
  auditId,
  at,
  correlationId,
  ...(causationId === undefined ? {} : { causationId }),
  changes: auditedChanges(heads, current),
});

function auditedChanges(
  heads: readonly PreparedHead[],
  current: ReadonlyMap<string, CurrentRecord>,
): readonly AuditedChange[] {
  let left: number = auditLimits.fieldsPerEntry;
  return heads.map(({ type, id, version, body }) => {
    const changed = changedFields(current.get(recordKey(type, id))?.body, body, left);
    left -= changed.fields.length;
    return { type, id, version, ...changed };
  });
}

function changedTwice({ changes }: Commit): string | undefined {
  const seen = new Set<string>();
  return changes.map(({ type, id }) => recordKey(type, id)).find((key) => seen.size === seen.add(key).size);
}

function exceeds({ heads, events, aliases, audit }: PreparedCommit): Problem | undefined {
  const items: readonly unknown[] = [...heads, ...events, ...aliases, ...(audit ? [audit] : [])];
  if (items.length === 0) return problem('record-invalid', 'A commit without a change or an audit entry.');
  if (items.length > limits.itemsPerCommit) {
    return problem('commit-too-large', `${items.length} items of at most ${limits.itemsPerCommit}.`);
  }
  const sizes = items.map((item) => Buffer.byteLength(JSON.stringify(item)));
  const largest = Math.max(...sizes);
  if (largest > limits.bytesPerItem) {
    return problem('commit-too-large', `One item has ${largest} bytes of at most ${limits.bytesPerItem}.`);
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= limits.bytesPerCommit) return undefined;
  return problem('commit-too-large', `${total} bytes together of at most ${limits.bytesPerCommit}.`);
}
