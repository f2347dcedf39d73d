import { ok, type Result } from '#core/kernel/result.ts';
import { releaseKeys, releaseManifestSchema } from '../forecasting/model.ts';
import { REVIEW_DAYS, runIdOf, runKeys } from './model.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { settleEarlierRuns } from './settle-earlier-runs.ts';
import { snapshotInputs } from './snapshot-inputs.ts';
import { takePlanningTurn } from './take-planning-turn.ts';
import { readJson, writeLines } from './work-objects.ts';

export interface PreparedReplenishment {
  readonly runId: string;
  readonly partitions: number;
  /** CSV in the work bucket with the one column `partition`. */
  readonly partitionsKey: string;
}

/**
 * Prepare the plan for a release in force.
 * 1. Take the turn; when a newer release has it there is nothing to plan.
 * 2. Settle what earlier runs left open: undecided proposals give way, approved ones become orders.
 * 3. Keep a snapshot of stock, policies, open orders and masters, split like the forecast.
 * Problems: `not-found` when there is no such release; `routing-missing` when an approved group cannot be ordered.
 */
export async function prepareReplenishment(
  ports: ReplenishmentPorts,
  { releaseId, correlationId }: { readonly releaseId: string; readonly correlationId: string },
): Promise<Result<PreparedReplenishment>> {
  const turn = await takePlanningTurn(ports, { releaseId, correlationId });
  if (!turn.ok) return turn;
  const run = turn.value;
  if (!run) return ok(await nothingToPlan(ports, runIdOf(releaseId)));
  const { partitions } = await readJson(
    ports.objects,
    releaseKeys.manifest(releaseId),
    releaseManifestSchema,
  );
  if (run.body.state === 'planning') {
    const settled = await settleEarlierRuns(ports, run);
    if (!settled.ok) return settled;
    await snapshotInputs(ports, {
      runId: run.id,
      releaseId,
      plannedAt: run.body.startedAt,
      reviewDays: REVIEW_DAYS,
      partitions,
      justOrdered: settled.value,
    });
  }
  return ok({ runId: run.id, partitions, partitionsKey: releaseKeys.partitions(releaseId) });
}

async function nothingToPlan({ objects }: ReplenishmentPorts, runId: string): Promise<PreparedReplenishment> {
  const { key: partitionsKey } = await writeLines(objects, runKeys.nothing(runId), ['partition']);
  return { runId, partitions: 0, partitionsKey };
}
