import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { runKeys } from './model.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { settleGroup } from './settle-group.ts';
import { textLines } from './work-objects.ts';

/**
 * Leave nothing open of the runs before this one, so that what is planned now is neither ordered twice nor lost.
 * 1. A run that is still planning is superseded: it will propose nothing.
 * 2. Of the last one that proposed, every group is settled; those before it were settled when it was prepared.
 * Answers the purchase orders that came of it. Problems: those of `requestPurchaseOrder`.
 */
export async function settleEarlierRuns(
  ports: ReplenishmentPorts,
  run: StoredRecord<'replenishment-run'>,
): Promise<Result<readonly string[]>> {
  let follows = run.body.follows;
  while (follows !== undefined) {
    const earlier = await supersedePlanning(ports, follows);
    if (!earlier.ok) return earlier;
    if (earlier.value.state === 'proposed') return settleGroups(ports, follows, run.id);
    follows = earlier.value.follows;
  }
  return ok([]);
}

const supersedePlanning = ({ records }: ReplenishmentPorts, runId: string) =>
  decideAgain(async (): Promise<Result<StoredRecord<'replenishment-run'>['body']>> => {
    const run = await records.get('replenishment-run', runId);
    if (!run) throw new Error(`run ${runId} had the planning turn and does not exist`);
    if (run.body.state !== 'planning') return ok(run.body);
    const body = { ...run.body, state: 'superseded' as const };
    const change = { type: 'replenishment-run' as const, id: runId, expect: run.version, body };
    const committed = await records.commit({ changes: [change], correlationId: run.correlationId });
    return committed.ok ? ok(body) : committed;
  });

async function settleGroups(
  ports: ReplenishmentPorts,
  runId: string,
  byRunId: string,
): Promise<Result<readonly string[]>> {
  const orders: string[] = [];
  for await (const { approvalGroupId } of groupsOf(ports, runId)) {
    const settled = await settleGroup(ports, { runId, approvalGroupId, byRunId });
    if (!settled.ok) return fail(settled.problem);
    if (settled.value !== undefined) orders.push(settled.value);
  }
  return ok(orders);
}

/** The groups a run concluded with, from the list its workflow maps over. */
async function* groupsOf({ objects }: ReplenishmentPorts, runId: string) {
  let header = true;
  for await (const line of textLines(objects, runKeys.groups(runId))) {
    const [approvalGroupId = ''] = line.split(',');
    if (!header) yield { approvalGroupId };
    header = false;
  }
}
