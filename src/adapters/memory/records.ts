import type { RecordType } from '#core/canonical/record-schemas.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { Commit, HistoryEntry, ListQuery, Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { checkLimit, decodeCursor, encodeCursor } from '#platform/journal/cursor.ts';
import { historyEntry } from '#platform/journal/history.ts';
import {
  type CurrentRecord,
  limits,
  type PreparedAudit,
  type PreparedCommit,
  type PreparedEvent,
  type PreparedHead,
  recordKey,
} from '#platform/journal/model.ts';
import { type Outbox, outboxSort } from '#platform/journal/ports.ts';
import { aliasKey, identifierTaken } from '#platform/journal/prepare-aliases.ts';
import { identifiersOf, prepareCommit } from '#platform/journal/prepare-commit.ts';
import { partitionsOf, shardOf } from '#platform/journal/shards.ts';

export interface MemoryRecords extends Records {
  /** The audit entries so far, in order. */
  audit(): readonly PreparedAudit[];
  /** The envelopes of all committed events, in the order of their commits. */
  published(): readonly EventEnvelope[];
  /** The committed events that no bus confirmed yet. */
  readonly outbox: Outbox;
}

interface State {
  readonly heads: Map<string, PreparedHead>;
  readonly aliases: Map<string, string>;
  readonly events: PreparedEvent[];
  readonly audit: PreparedAudit[];
  /** Ids of the events that the bus confirmed. */
  readonly sent: Set<string>;
}

/** Records in memory, with every check and limit of the real store. */
export function memoryRecords({ clock = systemClock }: { readonly clock?: Clock } = {}): MemoryRecords {
  const state: State = { heads: new Map(), aliases: new Map(), events: [], audit: [], sent: new Set() };
  const get = async <T extends RecordType>(type: T, id: string) =>
    stored(type, state.heads.get(recordKey(type, id)));
  return {
    get,
    getMany: async <T extends RecordType>(type: T, ids: readonly string[]) => {
      const found = [...new Set(ids)].map((id) => stored(type, state.heads.get(recordKey(type, id))));
      return found.filter((record) => record !== undefined);
    },
    findByIdentifier: async <T extends RecordType>(type: T, identifier: Identifier) => {
      const id = state.aliases.get(aliasKey(type, identifier));
      return id === undefined ? undefined : get(type, id);
    },
    list: async <T extends RecordType>(type: T, query: ListQuery) => {
      const { page, more } = pageOf(state, type, query);
      const entries = page.map(({ head }) => stored(type, head)).filter((record) => record !== undefined);
      const last = page.at(-1);
      return more && last ? { entries, cursor: encodeCursor(query, last.sort) } : { entries };
    },
    history: async (type, id, limit): Promise<readonly HistoryEntry[]> =>
      state.events
        .filter((event) => event.type === type && event.id === id)
        .reverse()
        .slice(0, limit)
        .map(({ envelope }) => historyEntry(envelope)),
    commit: async (commit) => commitTo(state, commit, clock),
    audit: () => [...state.audit],
    outbox: outboxOf(state),
    published: () => state.events.map(({ envelope }) => structuredClone(envelope)),
  };
}

function commitTo(state: State, commit: Commit, clock: Clock): Result<void> {
  const current = new Map<string, CurrentRecord>();
  for (const { type, id } of commit.changes) {
    const head = state.heads.get(recordKey(type, id));
    if (head) current.set(recordKey(type, id), { ...head, identifiers: identifiersOf(type, head.body) });
  }
  const prepared = prepareCommit(commit, current, clock.now());
  if (!prepared.ok) return prepared;
  for (const { kind, type, identifier, id, from } of prepared.value.aliases) {
    const owner = state.aliases.get(aliasKey(type, identifier));
    if (kind === 'claim' && owner !== undefined && !from.includes(owner)) {
      return fail(identifierTaken(type, identifier, [owner, id]));
    }
  }
  apply(state, prepared.value);
  return ok(undefined);
}

function apply(state: State, { heads, events, aliases, audit }: PreparedCommit): void {
  for (const head of heads) state.heads.set(recordKey(head.type, head.id), head);
  for (const { kind, type, identifier, id } of aliases) {
    if (kind === 'claim') state.aliases.set(aliasKey(type, identifier), id);
    else state.aliases.delete(aliasKey(type, identifier));
  }
  state.events.push(...events);
  if (audit) state.audit.push(audit);
}

const outboxOf = ({ events, sent }: State): Outbox => ({
  pending: async (shard, before, limit, after) =>
    events
      .filter(({ type, id, envelope }) => {
        const here = shardOf(recordKey(type, id), limits.outboxShards) === shard;
        return here && envelope.time < before && !sent.has(envelope.id);
      })
      .sort((a, b) => (outboxSort(a) < outboxSort(b) ? -1 : 1))
      .filter((event) => after === undefined || outboxSort(event) > outboxSort(after))
      .slice(0, limit)
      .map(({ type, id, sequence, envelope }) => ({ type, id, sequence, envelope })),
  markSent: async ({ envelope }) => {
    sent.add(envelope.id);
  },
});

function pageOf(state: State, type: RecordType, query: ListQuery) {
  checkLimit(query, limits.entriesPerPage);
  const after = decodeCursor(query);
  const descending = query.order === 'descending';
  const partitions = new Set(partitionsOf(query.list, query.scope ?? ''));
  const places = [...state.heads.values()]
    .flatMap((head) =>
      head.places.flatMap((place) =>
        place && partitions.has(place.partition) ? [{ head, sort: place.sort }] : [],
      ),
    )
    .filter(({ sort }) => after === undefined || (descending ? sort < after : sort > after))
    .sort((a, b) => (a.sort < b.sort !== descending ? -1 : 1));
  const other = places.find(({ head }) => head.type !== type);
  if (other) throw new Error(`list ${query.list} holds ${other.head.type}, not ${type}`);
  return { page: places.slice(0, query.limit), more: places.length > query.limit };
}

/** What was stored, as a caller gets it: its own copy, with the type of its kind. */
function stored<T extends RecordType>(type: T, head: PreparedHead | undefined): StoredRecord<T> | undefined {
  if (!head) return undefined;
  const { id, version, correlationId, updatedAt } = head;
  const body: StoredRecord<T>['body'] = JSON.parse(JSON.stringify(head.body));
  return { type, id, version, body, correlationId, updatedAt };
}
