import { runIdOf } from '#business/replenishment/model.ts';
import type { CrossdockClient, ForecastRelease, Proposal, PurchaseOrder } from '#contracts/client.ts';
import { CrossdockError } from '#contracts/client.ts';
import type { ApprovalGroup, ReplenishmentRun } from '#core/canonical/proposal.ts';
import type { Records } from '#core/kernel/records.ts';
import { eventually } from './eventually.ts';

const RELEASE_WITHIN = 120;
const PROPOSED_WITHIN = 180;
const ORDERED_WITHIN = 420;

/** Wait until a dropped file has become a release that is in force, held or rejected. */
export function untilReleased(api: CrossdockClient, releaseId: string): Promise<ForecastRelease> {
  return eventually('The forecast release', RELEASE_WITHIN, async () => {
    const release = await found(api.getForecastRelease({ releaseId }));
    if (release === undefined) return { notYet: 'there is none yet.' };
    const isThrough = ['approved', 'held', 'rejected', 'superseded'].includes(release.state);
    return isThrough ? { seen: release } : { notYet: `it is ${release.state}.` };
  });
}

/** What planning came to: the run, every proposal of it, and the groups that become orders. */
export interface Planned {
  readonly run: ReplenishmentRun;
  readonly proposals: readonly Proposal[];
  readonly groups: readonly ApprovalGroup[];
}

/** Wait until replenishment has proposed all it has to propose for a release. */
export function untilProposed(api: CrossdockClient, records: Records, releaseId: string): Promise<Planned> {
  const runId = runIdOf(releaseId);
  return eventually('Replenishment', PROPOSED_WITHIN, async () => {
    const run = (await records.get('replenishment-run', runId))?.body;
    if (!run?.counts || run.state === 'planning') return { notYet: 'it is not through with planning.' };
    const expected = run.counts.automatic + run.counts.waiting;
    const proposals = await allProposals(api, runId);
    if (proposals.length < expected)
      return { notYet: `${proposals.length} of ${expected} proposals are there.` };
    return { seen: { run, proposals, groups: await allGroups(records, runId) } };
  });
}

/** Wait until every group that was decided has an order that the ERP confirmed, or refused. */
export function untilOrdered(api: CrossdockClient, records: Records, groups: readonly ApprovalGroup[]) {
  return eventually('The purchase orders', ORDERED_WITHIN, async () => {
    const now = await records.getMany(
      'approval-group',
      groups.map(({ id }) => id),
    );
    const orderIds = now.map(({ body }) => body.purchaseOrderId).filter((id) => id !== undefined);
    if (orderIds.length < groups.length)
      return { notYet: `${orderIds.length} of ${groups.length} were requested.` };
    const orders: PurchaseOrder[] = [];
    for (const purchaseOrderId of orderIds)
      orders.push((await api.getPurchaseOrder({ purchaseOrderId })).data);
    const open = orders.filter(({ state }) => state === 'requested').length;
    return open === 0 ? { seen: orders } : { notYet: `${open} of ${orders.length} are not in the ERP.` };
  });
}

async function allProposals(api: CrossdockClient, runId: string): Promise<Proposal[]> {
  const all: Proposal[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await api.listProposals({ runId, limit: 100, ...(cursor ? { cursor } : {}) });
    all.push(...data.entries);
    cursor = data.nextCursor;
  } while (cursor !== undefined);
  return all;
}

async function allGroups(records: Records, runId: string): Promise<ApprovalGroup[]> {
  const all: ApprovalGroup[] = [];
  let cursor: string | undefined;
  do {
    const query = {
      list: 'approval-groups',
      scope: runId,
      limit: 1000,
      ...(cursor ? { cursor } : {}),
    } as const;
    const page = await records.list('approval-group', query);
    all.push(...page.entries.map(({ body }) => body));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

async function found<T>(answer: Promise<{ readonly data: T }>): Promise<T | undefined> {
  try {
    return (await answer).data;
  } catch (error) {
    if (error instanceof CrossdockError && error.problem.status === 404) return undefined;
    throw error;
  }
}
