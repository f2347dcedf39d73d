/** What leads to an order, as records: the file, its release, the run, a group with its proposals. */

import { runIdOf } from '#business/replenishment/model.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aProposal } from './waiting-proposals.ts';

const at = '2026-11-23T07:00:00.000Z';
const correlationId = 'cor-of-the-plan';

export const planned = {
  documentId: 'doc-plan',
  releaseId: 'fr-plan',
  runId: runIdOf('fr-plan'),
} as const;

/** Commit a release with its file and run. */
export async function aPlan(records: Records): Promise<void> {
  await put(
    records,
    {
      ...{ type: 'document', id: planned.documentId, expect: 'absent' },
      body: {
        ...{ id: planned.documentId, kind: 'forecast-file', state: 'applied', resultId: planned.releaseId },
        ...{ fileName: 'forecasts/week-48.csv', sizeBytes: 100, sha256: 'a'.repeat(64), arrivals: 1 },
        ...{ contentKey: 'documents/plan', receivedAt: at, receivedFrom: 'planner' },
      },
    },
    {
      ...{ type: 'forecast-release', id: planned.releaseId, expect: 'absent' },
      body: {
        ...{ id: planned.releaseId, documentId: planned.documentId, state: 'approved' },
        ...{ fileName: 'forecasts/week-48.csv', reasons: [], receivedAt: at, approvedAt: at },
        counts: { received: 3, applied: 3, rejected: 0, quarantined: 0, inFlight: 0 },
      },
    },
    {
      ...{ type: 'replenishment-run', id: planned.runId, expect: 'absent' },
      body: { id: planned.runId, releaseId: planned.releaseId, state: 'proposed', startedAt: at },
    },
  );
}

/** Commit an approval group of the plan with so many proposals; it became this order, if any. */
export async function aGroupOf(
  records: Records,
  id: string,
  count: number,
  purchaseOrderId?: string,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${id}-${index + 1}`);
  const { runId, releaseId } = planned;
  const ordered = purchaseOrderId !== undefined;
  const place = { runId, releaseId };
  await put(records, {
    ...{ type: 'approval-group', id, expect: 'absent' },
    body: {
      ...{ ...place, id, supplierId: 'S1', locationId: 'HAM', currency: 'EUR', approval: 'person' },
      ...{ state: ordered ? 'ordered' : 'waiting', proposalIds: [...ids], pending: ordered ? 0 : count },
      value: { amount: '60', currency: 'EUR' },
      ...(ordered && { purchaseOrderId }),
    },
  });
  const state = ordered ? 'approved' : 'waiting';
  for (const proposal of ids) {
    const body = aProposal(proposal, id, { ...place, state });
    await put(records, { type: 'proposal', id: proposal, expect: 'absent', body });
  }
  return ids;
}

const put = async (records: Records, ...changes: readonly AnyChange[]): Promise<void> =>
  unwrap(await records.commit({ changes, correlationId }));
