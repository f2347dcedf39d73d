import { itemLocationId } from '#core/canonical/inventory.ts';
import type { Proposal } from '#core/canonical/proposal.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { readGroup } from '../group-object.ts';
import { proposalIdOf, runKeys } from '../model.ts';
import type { ReplenishmentPorts } from '../ports.ts';
import { textLines } from '../work-objects.ts';
import type { Proposed } from './planned-item.ts';

type Ports = Pick<ReplenishmentPorts, 'records' | 'objects'>;

/**
 * What became of every order that a run proposed with one of these suppliers, by item and location. A group that is
 * not proposed yet is decided where the policy covers it.
 */
export async function proposedOrders(
  ports: Ports,
  runId: string,
  suppliers: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Proposed>> {
  const found = new Map<string, Proposed>();
  for (const approvalGroupId of await groupsOf(ports, runId)) {
    const { group, drafts } = await readGroup(ports.objects, runId, approvalGroupId);
    if (!suppliers.has(group.supplierId)) continue;
    const record = await ports.records.get('approval-group', approvalGroupId);
    const proposals = record && isBeingDecided(record) ? await proposalsOf(ports, record) : undefined;
    for (const draft of drafts) {
      const state = record
        ? stateIn(record, proposals?.get(proposalIdOf(runId, draft.itemId, draft.locationId)))
        : unproposed(group.approval);
      found.set(itemLocationId(draft.itemId, draft.locationId), state);
    }
  }
  return found;
}

/** The column `approvalGroupId` of the list of groups, without its header. */
async function groupsOf({ objects }: Ports, runId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const line of textLines(objects, runKeys.groups(runId))) ids.push(line.split(',')[0] ?? '');
  return ids.slice(1);
}

type Group = StoredRecord<'approval-group'>;

const isBeingDecided = ({ body }: Group): boolean => body.state === 'waiting' || body.state === 'decided';

async function proposalsOf(
  { records }: Ports,
  { body }: Group,
): Promise<ReadonlyMap<string, Proposal['state']>> {
  const proposals = await records.getMany('proposal', body.proposalIds);
  return new Map(proposals.map(({ id, body: { state } }) => [id, state]));
}

const unproposed = (approval: 'policy' | 'person'): Proposed =>
  approval === 'policy' ? 'decided' : 'undecided';

const states: { readonly [S in Proposal['state']]: Proposed } = {
  waiting: 'undecided',
  approved: 'decided',
  rejected: 'dropped',
  superseded: 'dropped',
};

function stateIn({ body: { state, approval } }: Group, proposal: Proposal['state'] | undefined): Proposed {
  if (state === 'ordered') return 'ordered';
  if (state === 'nothing_to_order' || state === 'superseded') return 'dropped';
  return proposal === undefined ? unproposed(approval) : states[proposal];
}
