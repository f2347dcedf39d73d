import type { ForecastRelease } from '#core/canonical/forecast.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { ForecastingPorts } from './ports.ts';
import { type BaselineInForce, putIntoForce } from './put-into-force.ts';

const APPROVED_BY_POLICY = 'policy:release';

/**
 * Commit a validated release: approved when there is no reason against it, else held for a planner, with the events
 * of both steps, and its document as applied. Problem `record-changed` when anything it was decided on changed.
 */
export async function settleRelease(
  { records, clock }: Pick<ForecastingPorts, 'records' | 'clock'>,
  release: StoredRecord<'forecast-release'>,
  body: ForecastRelease,
  baseline: BaselineInForce | undefined,
  correlationId: CorrelationId,
): Promise<Result<{ readonly releaseId: string; readonly state: 'approved' | 'held' }>> {
  const { id: releaseId, version } = release;
  const { counts, itemLocations = 0, reasons, documentId } = body;
  const document = await records.get('document', documentId);
  if (!document) return fail(problem('not-found', `there is no document ${documentId}`));
  const validated: EventDraft = {
    name: 'forecast-release-validated',
    data: { releaseId, counts, itemLocations },
  };
  const held: AnyChange = {
    type: 'forecast-release',
    id: releaseId,
    expect: version,
    body: { ...body, state: 'held' },
    events: [validated, { name: 'forecast-release-held', data: { releaseId, reasons: [...reasons] } }],
  };
  const approval = { by: APPROVED_BY_POLICY, at: clock.now() };
  const decided = reasons.length > 0 ? [held] : putIntoForce(release, body, baseline, approval, [validated]);
  const applied: AnyChange = {
    type: 'document',
    id: documentId,
    expect: document.version,
    body: { ...document.body, state: 'applied', resultId: releaseId },
  };
  const committed = await records.commit({
    changes: [...decided, applied],
    correlationId,
    causationId: documentId,
  });
  return committed.ok ? ok({ releaseId, state: reasons.length > 0 ? 'held' : 'approved' }) : committed;
}
