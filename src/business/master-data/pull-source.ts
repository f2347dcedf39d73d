import type { SourceStatus } from '#core/canonical/source-status.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, ProblemError } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { SyncCounts } from './model.ts';

export interface PullPorts {
  readonly records: Pick<Records, 'get' | 'commit'>;
  readonly clock: Clock;
}

/** What is pulled from which system, and how often that is to be. */
export type Source = Pick<SourceStatus, 'system' | 'what' | 'everySeconds'> & {
  readonly correlationId: CorrelationId;
};

/** The system is paused: nothing was pulled, and that is as it should be. */
export interface Skipped {
  readonly skipped: string;
}

/** What a pull brought, of each kind of record that was pulled. */
type Counts = Pick<SyncCounts, 'changed' | 'oldestChange'>;

export const sourceIdOf = (system: string, what: SourceStatus['what']): string => `${system}:${what}`;

/**
 * Pull from a system, and tell how that went, also when nothing was new and when it failed: silence is not health.
 * 1. Pull. A system in maintenance is skipped.
 * 2. Commit the status of the source, with the event that says so: one read and one commit a pull.
 * Problems: those of the pull; of the commit, when the pull went well.
 */
export async function pullSource<T>(
  ports: PullPorts,
  source: Source,
  pull: () => Promise<Result<T>>,
  countsOf: (pulled: T) => readonly Counts[],
): Promise<Result<T | Skipped>> {
  const pulled = await asResult(pull);
  const told = await tell(ports, source, pulled.ok ? ok(countsOf(pulled.value)) : pulled);
  if (!pulled.ok) {
    const { code, detail } = pulled.problem;
    return code === 'system-in-maintenance' && told.ok ? ok({ skipped: detail }) : pulled;
  }
  return told.ok ? pulled : told;
}

/** What a port could only throw is a failure of the pull like any other, and is to be told. */
async function asResult<T>(pull: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await pull();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return fail(thrown.problem);
    throw thrown;
  }
}

const tell = (
  { records, clock }: PullPorts,
  source: Source,
  pulled: Result<readonly Counts[]>,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const { system, what, correlationId } = source;
    const id = sourceIdOf(system, what);
    const before = await records.get('source-status', id);
    const now = clock.now();
    const body = pulled.ok
      ? wentWell(source, before, pulled.value, now)
      : failed(source, before, pulled.problem, now);
    const data = { sourceId: id, system, what, succeeded: pulled.ok, changed: pulled.ok ? body.changed : 0 };
    return records.commit({
      changes: [
        {
          ...{ type: 'source-status', id, body, expect: before?.version ?? 'absent' },
          events: [{ name: 'source-synced', data }],
        },
      ],
      correlationId: before?.correlationId ?? correlationId,
      causationId: correlationId,
    });
  });

type Before = StoredRecord<'source-status'> | undefined;

function wentWell(source: Source, before: Before, counts: readonly Counts[], now: Instant): SourceStatus {
  const changed = counts.reduce((sum, each) => sum + each.changed, 0);
  const changedAt = changed > 0 ? now : before?.body.changedAt;
  // What the first pull brings may be years old there: that is no lag of ours.
  const oldest =
    before?.body.succeededAt && counts.flatMap(({ oldestChange }) => oldestChange ?? []).sort()[0];
  return {
    ...identityOf(source),
    ...{ triedAt: now, succeededAt: now, changed },
    ...(changedAt !== undefined && { changedAt }),
    ...(oldest && { lagSeconds: Math.max(0, Math.round((Date.parse(now) - Date.parse(oldest)) / 1000)) }),
  };
}

/** What the last good pull said stays. */
function failed(source: Source, before: Before, { code, detail }: Problem, now: Instant): SourceStatus {
  return {
    changed: 0,
    ...before?.body,
    ...identityOf(source),
    triedAt: now,
    failure: { code, detail: detail.slice(0, 500) },
  };
}

const identityOf = ({ system, what, everySeconds }: Source) => ({
  id: sourceIdOf(system, what),
  ...{ system, what, everySeconds },
});
