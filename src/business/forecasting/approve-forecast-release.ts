import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ForecastingPorts } from './ports.ts';
import { baselineInForce, putIntoForce } from './put-into-force.ts';

export interface ReleaseApproval {
  readonly releaseId: string;
  /** The version of the release that the planner decided on. */
  readonly expectedVersion: number;
  readonly actor: Actor;
  /** Needed where the release is older than the baseline: then this goes back in time. */
  readonly reason?: string;
  /** Source address of the request, for the audit record. */
  readonly from?: string;
  /** Of the request: the cause of what is committed, which stays under the correlation of the release. */
  readonly correlationId: CorrelationId;
}

/** Who approved, as the release says it. */
export const approverOf = ({ kind, id }: Actor): string => `${kind}:${id}`.slice(0, 120);

/**
 * A planner puts a held release into force.
 * 1. It must still be as the planner saw it, and wait for a planner.
 * 2. Commit, at once: the release approved, the baseline, the release before superseded, their events, the audit record.
 *
 * Problems: `not-found`, `version-stale`, `state-not-allowed` (not waiting, or older than the baseline and no reason).
 */
export const approveForecastRelease = (
  { records, clock }: Pick<ForecastingPorts, 'records' | 'clock'>,
  approval: ReleaseApproval,
): Promise<Result<StoredRecord<'forecast-release'>>> =>
  decideAgain(async () => {
    const { releaseId, actor, reason, from, correlationId } = approval;
    const release = await records.get('forecast-release', releaseId);
    if (!release) return fail(problem('not-found', `there is no forecast release ${releaseId}`));
    const baseline = await baselineInForce(records);
    const refused = refusalOf(release, approval, baseline?.release.body.receivedAt);
    if (refused) return refused;
    const decision = { by: approverOf(actor), at: clock.now() };
    const committed = await records.commit({
      changes: putIntoForce(release, release.body, baseline, decision),
      correlationId: release.correlationId,
      causationId: correlationId,
      audit: {
        actor,
        action: 'approve-forecast-release',
        target: { type: 'forecast-release', id: releaseId },
        ...(reason !== undefined && { reason }),
        ...(from !== undefined && { from }),
      },
    });
    if (!committed.ok) return committed;
    const approved = await records.get('forecast-release', releaseId);
    return approved ? ok(approved) : fail(problem('not-found', `there is no forecast release ${releaseId}`));
  });

function refusalOf(
  { id, version, body }: StoredRecord<'forecast-release'>,
  { expectedVersion, reason }: ReleaseApproval,
  baselineReceivedAt: string | undefined,
) {
  if (version !== expectedVersion) {
    return fail(problem('version-stale', `release ${id} is at version ${version}, not ${expectedVersion}`));
  }
  if (body.state !== 'held' && body.state !== 'validated') {
    return fail(
      problem('state-not-allowed', `release ${id} is ${body.state}; only a held one can be approved`),
    );
  }
  const older = baselineReceivedAt !== undefined && body.receivedAt < baselineReceivedAt;
  if (older && !reason?.trim()) {
    const detail = `release ${id} is older than the baseline; say in "reason" why it is to take its place`;
    return fail(problem('state-not-allowed', detail));
  }
  return undefined;
}
