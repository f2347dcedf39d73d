import type { WorkObject } from '#core/canonical/forecast.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';

export interface Rejection {
  readonly problem: Problem;
  /** Rows that have their own reason; all others are rejected with the release. */
  readonly quarantined: number;
  readonly quarantine?: WorkObject | undefined;
}

/** Reject a release that was being checked, and its document with it: none of its rows counts. */
export const rejectRelease = (
  records: Records,
  releaseId: string,
  { problem: cause, quarantined, quarantine }: Rejection,
  correlationId: CorrelationId,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const release = await records.get('forecast-release', releaseId);
    if (!release) return fail(problem('not-found', `there is no forecast release ${releaseId}`));
    if (release.body.state === 'rejected') return ok(undefined);
    const { documentId, counts } = release.body;
    const document = await records.get('document', documentId);
    if (!document) return fail(problem('not-found', `there is no document ${documentId}`));
    const { code, detail } = cause;
    const rejected = { received: counts.received, applied: 0, rejected: counts.received - quarantined };
    const reasons = [detail.slice(0, 500)];
    const rejection = { code, detail: detail.slice(0, 1000) };
    return records.commit({
      changes: [
        {
          type: 'forecast-release',
          id: releaseId,
          expect: release.version,
          body: {
            ...release.body,
            state: 'rejected',
            counts: { ...rejected, quarantined, inFlight: 0 },
            reasons,
            ...(quarantine && { quarantine }),
          },
          events: [{ name: 'forecast-release-rejected', data: { releaseId, reasons } }],
        },
        {
          type: 'document',
          id: documentId,
          expect: document.version,
          body: { ...document.body, state: 'rejected', rejection },
          events: [{ name: 'document-rejected', data: { documentId, ...rejection } }],
        },
      ],
      correlationId,
      causationId: documentId,
    });
  });
