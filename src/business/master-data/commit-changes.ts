import type { CorrelationId } from '#core/kernel/correlation.ts';
import { type Instant, instantSchema } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { isRetryable } from '#core/kernel/problem.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Rejection, SyncCounts } from './model.ts';

/** A change that is to be committed, with others or alone. */
export interface PlannedChange {
  readonly id: string;
  readonly change: AnyChange;
  /** How many outside identifiers it takes and gives back at most: each is an item of the transaction. */
  readonly identifiers: number;
  /** Of the record where it goes on under its own; the synchronisation is then the cause of the change. */
  readonly correlationId?: CorrelationId;
  /** Decide anew on what the record is now; undefined when nothing is left to change. */
  readonly again: () => Promise<AnyChange | undefined>;
}

type Committer = Pick<Records, 'commit'>;

/** Items of one transaction, as the port of records says. */
const ITEMS_PER_COMMIT = 25;
/** Transactions under way at a time. */
const AT_A_TIME = 8;

/**
 * Commit many independent changes, several in a transaction and several transactions at a time. What one record is
 * refused for is answered as its rejection and holds no other up. Problem: a retryable one of the store; what was
 * committed by then stays.
 */
export async function commitChanges(
  records: Committer,
  changes: readonly PlannedChange[],
  correlationId: CorrelationId,
): Promise<Result<readonly Rejection[]>> {
  const groups = grouped(changes).values();
  const refused: Rejection[] = [];
  let failure: Result<never> | undefined;
  const work = async (): Promise<void> => {
    for (const group of groups) {
      if (failure) return;
      const done = await commitGroup(records, group, correlationId);
      if (done.ok) refused.push(...done.value);
      else failure = done;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return failure ?? ok(refused);
}

/** What became of planned changes: how many were committed, and when the system wrote the earliest of them. */
export function committedOf(
  planned: readonly PlannedChange[],
  refused: readonly Rejection[],
): Pick<SyncCounts, 'changed' | 'oldestChange'> {
  const refusedIds = new Set(refused.map(({ id }) => id));
  const written = planned.flatMap((each) => (refusedIds.has(each.id) ? [] : (writtenAt(each.change) ?? [])));
  const [oldestChange] = written.sort();
  return {
    changed: planned.length - refused.length,
    ...(oldestChange !== undefined && { oldestChange }),
  };
}

/** Where the version of the source is an instant. */
function writtenAt({ body }: AnyChange): Instant | undefined {
  const version = 'provenance' in body ? body.provenance.sourceVersion : undefined;
  const instant = instantSchema.safeParse(version);
  return instant.success ? instant.data : undefined;
}

/** Together if that is possible; else each alone, which tells the good ones from the others. */
async function commitGroup(
  records: Committer,
  group: readonly PlannedChange[],
  correlationId: CorrelationId,
): Promise<Result<readonly Rejection[]>> {
  const changes = group.map(({ change }) => change);
  const together = await records.commit({ changes, ...under(group[0], correlationId) });
  if (together.ok) return ok([]);
  const { problem } = together;
  if (isRetryable(problem) && problem.code !== 'record-changed') return together;

  const refused: Rejection[] = [];
  for (const planned of group) {
    const alone = await commitAlone(records, planned, correlationId);
    if (alone.ok) continue;
    if (isRetryable(alone.problem)) return alone;
    refused.push({ id: planned.id, reasons: [`${alone.problem.code}: ${alone.problem.detail}`] });
  }
  return ok(refused);
}

const commitAlone = (
  records: Committer,
  planned: PlannedChange,
  correlationId: CorrelationId,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const change = await planned.again();
    return change ? records.commit({ changes: [change], ...under(planned, correlationId) }) : ok(undefined);
  });

const under = (planned: PlannedChange | undefined, ofThisRun: CorrelationId) =>
  planned?.correlationId === undefined
    ? { correlationId: ofThisRun }
    : { correlationId: planned.correlationId, causationId: ofThisRun };

/** As many as fit into one transaction, and go under one correlation. */
function grouped(changes: readonly PlannedChange[]): readonly (readonly PlannedChange[])[] {
  const groups: PlannedChange[][] = [];
  let room = 0;
  for (const planned of changes) {
    const items = 1 + (planned.change.events?.length ?? 0) + planned.identifiers;
    if (items > room || groups.at(-1)?.[0]?.correlationId !== planned.correlationId) {
      groups.push([]);
      room = ITEMS_PER_COMMIT;
    }
    groups.at(-1)?.push(planned);
    room -= items;
  }
  return groups;
}
