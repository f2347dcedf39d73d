import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ForecastingPorts } from './ports.ts';

export interface ReleaseRefusal {
  readonly releaseId: string;
  /** The version of the release that the planner decided on. */
  readonly expectedVersion: number;
  readonly actor: Actor;
  readonly reason: string;
  /** Source address of the request, for the audit record. */
  readonly from?: string;
  /** Of the request: the cause of what is committed, which stays under the correlation of the release. */
  readonly correlationId: CorrelationId;
}

const MOST_REASONS = 20;

/**
 * A planner refuses a held release.
 * 1. It must still be as the planner saw it, and wait for a planner.
 * 2. Commit, at once: the release rejected with the reason, none of its rows counting; its document rejected too, so
 *    that the same file dropped again is a new release; their events; the audit record.
 *
 * Problems: `not-found`, `version-stale`, `state-not-allowed`.
 */
export const rejectHeldRelease = (
  { records }: Pick<ForecastingPorts, 'records'>,
  { releaseId, expectedVersion, actor, reason, from, correlationId }: ReleaseRefusal,
): Promise<Result<StoredRecord<'forecast-release'>>> =>
  decideAgain(async () => {
    const missing = fail(problem('not-found', `there is no forecast release ${releaseId}`));
    const release = await records.get('forecast-release', releaseId);
    if (!release) return missing;
    const { version, body } = release;
    if (version !== expectedVersion) {
      const detail = `release ${releaseId} is at version ${version}, not ${expectedVersion}`;
      return fail(problem('version-stale', detail));
    }
    if (body.state !== 'held') {
      const detail = `release ${releaseId} is ${body.state}; only a held one can be rejected`;
      return fail(problem('state-not-allowed', detail));
    }
    const document = await records.get('document', body.documentId);
    const target = { type: 'forecast-release', id: releaseId } as const;
    const committed = await records.commit({
      changes: [rejected(release, reason), ...(document ? [documentRejected(document, reason)] : [])],
      correlationId: release.correlationId,
      causationId: correlationId,
      audit: {
        ...{ actor, action: 'reject-forecast-release', target, reason },
        ...(from !== undefined && { from }),
      },
    });
    if (!committed.ok) return committed;
    const after = await records.get('forecast-release', releaseId);
    return after ? ok(after) : missing;
  });

function rejected({ id, version, body }: StoredRecord<'forecast-release'>, reason: string): AnyChange {
  const { applied, rejected: before } = body.counts;
  const reasons = [reason, ...body.reasons].slice(0, MOST_REASONS);
  return {
    ...{ type: 'forecast-release', id, expect: version },
    body: {
      ...body,
      state: 'rejected',
      counts: { ...body.counts, applied: 0, rejected: before + applied },
      reasons,
    },
    events: [{ name: 'forecast-release-rejected', data: { releaseId: id, reasons } }],
  };
}

function documentRejected({ id, version, body }: StoredRecord<'document'>, reason: string): AnyChange {
  const rejection = { code: 'rejected-by-planner', detail: reason };
  return {
    ...{ type: 'document', id, expect: version },
    body: { ...body, state: 'rejected', rejection },
    events: [{ name: 'document-rejected', data: { documentId: id, ...rejection } }],
  };
}
