import type { CrossdockClient, Proposal } from '#contracts/client.ts';
import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { Planned } from './follow-release.ts';

/** What a buyer looks at first: the smallest group that waits for a person. */
export function smallestWaiting({ groups }: Planned): ApprovalGroup | undefined {
  return groups
    .filter(({ approval }) => approval === 'person')
    .toSorted((a, b) => a.proposalIds.length - b.proposalIds.length || a.id.localeCompare(b.id))[0];
}

/** Approve every proposal of a group through the API, each on the version it was looked at. */
export async function approveGroup(api: CrossdockClient, group: ApprovalGroup): Promise<Proposal[]> {
  const approved: Proposal[] = [];
  for (const proposalId of group.proposalIds) {
    const { etag = '' } = await api.getProposal({ proposalId });
    const body = { reason: 'Looked at with the supplier; go ahead.' };
    approved.push((await api.approveProposal({ proposalId, ifMatch: etag, body })).data);
  }
  return approved;
}
