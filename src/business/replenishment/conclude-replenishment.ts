import type { ReplenishmentRun } from '#core/canonical/proposal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { draftGrouping } from './group-drafts.ts';
import { writeGroup } from './group-object.ts';
import { chunkPlanSchema, draftSchema, runKeys, snapshotSchema } from './model.ts';
import { moneyTotals } from './money-totals.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { readJson, readLines, textLines, writeLines } from './work-objects.ts';

export interface ConcludedReplenishment {
  readonly runId: string;
  readonly groups: number;
  /** CSV in the work bucket with the columns `approvalGroupId,approval`. */
  readonly groupsKey: string;
}

/**
 * Make one proposal of what the partitions planned.
 * 1. Read every draft and apply the approval policy; a draft it does not cover waits for a person, with the reasons.
 * 2. Group by supplier, location, currency and approval, at most 200 a group; write each group and the list of them.
 * 3. Commit the run with its counts, the order value and the shortage it avoids, and say that it is proposed.
 * A run that a newer one superseded proposes nothing; a run already concluded answers what it concluded.
 * Memory holds the drafts, about one kilobyte each. Problem: `record-changed` when another attempt concluded first.
 */
export async function concludeReplenishment(
  ports: ReplenishmentPorts,
  { runId, correlationId }: { readonly runId: string; readonly correlationId: string },
): Promise<Result<ConcludedReplenishment>> {
  const { records, objects } = ports;
  const run = await records.get('replenishment-run', runId);
  // A release that was out of force before its run began has no run; there was nothing to plan.
  if (!run || run.body.state === 'superseded') return ok(nothing(runId));
  if (run.body.state === 'proposed') return ok(await concluded(objects, runId));
  const body = await propose(ports, run.body);
  const { counts, orderValue } = body;
  if (!counts || !orderValue) throw new Error(`run ${runId} was concluded without its counts`);
  const { releaseId } = body;
  const { automatic, waiting, refused } = counts;
  const data = { runId, releaseId, automatic, waiting, refused, orderValue };
  const committed = await records.commit({
    changes: [
      {
        type: 'replenishment-run',
        id: runId,
        expect: run.version,
        body,
        events: [{ name: 'replenishment-proposed', data }],
      },
    ],
    correlationId,
  });
  if (committed.ok) return ok(await concluded(objects, runId));
  if (committed.problem.code !== 'record-changed') return committed;
  const { state } = (await records.get('replenishment-run', runId))?.body ?? {};
  if (state === 'superseded') return ok(nothing(runId));
  return fail(problem('record-changed', `Run ${runId} was concluded by another attempt at the same time.`));
}

const nothing = (runId: string): ConcludedReplenishment => ({
  runId,
  groups: 0,
  groupsKey: runKeys.groups(runId),
});

/** What the list of groups says; its first line is the header. */
async function concluded(objects: ObjectStore, runId: string): Promise<ConcludedReplenishment> {
  const groupsKey = runKeys.groups(runId);
  let lines = 0;
  for await (const _line of textLines(objects, groupsKey)) lines += 1;
  return { runId, groups: lines - 1, groupsKey };
}

async function propose(
  { objects, settings }: ReplenishmentPorts,
  run: StoredRecord<'replenishment-run'>['body'],
): Promise<ReplenishmentRun> {
  const { id: runId, releaseId } = run;
  const { partitions } = await readJson(objects, runKeys.snapshot(runId), snapshotSchema);
  const policy = (await settings.get('approval'))?.value;
  const grouping = draftGrouping({ runId, releaseId, policy });
  const orderValue = moneyTotals();
  const shortage = moneyTotals();
  const counts = { itemLocations: 0, enough: 0, passed: 0, adjusted: 0, refused: 0 };
  const decisions = [];
  for (let partition = 0; partition < partitions; partition += 1) {
    const plan = await readJson(objects, runKeys.result(runId, partition), chunkPlanSchema);
    decisions.push(plan.decisions);
    counts.itemLocations += plan.itemLocations;
    for (const outcome of ['enough', 'passed', 'adjusted', 'refused'] as const)
      counts[outcome] += plan[outcome];
    for await (const draft of readLines(objects, plan.drafts.key, draftSchema)) {
      grouping.add(draft);
      orderValue.add(draft.order.value);
      shortage.add(draft.order.requirementValue);
    }
  }
  const listed = ['approvalGroupId,approval'];
  const approvals = { policy: 0, person: 0 };
  for (const { group, drafts } of grouping.groups()) {
    await writeGroup(objects, group, drafts);
    listed.push(`${group.id},${group.approval}`);
    approvals[group.approval] += drafts.length;
  }
  await writeLines(objects, runKeys.groups(runId), listed);
  return {
    ...run,
    state: 'proposed',
    counts: { ...counts, automatic: approvals.policy, waiting: approvals.person },
    orderValue: orderValue.all(),
    shortageAvoided: shortage.all(),
    decisions,
  };
}
