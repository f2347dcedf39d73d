import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { Planned } from './follow-release.ts';

/** What a buyer looks at first: the smallest group that waits for a person. */
export function smallestWaiting({ groups }: Planned): ApprovalGroup | undefined {
  return groups
    .filter(({ approval }) => approval === 'person')
    .toSorted((a, b) => a.proposalIds.length - b.proposalIds.length || a.id.localeCompare(b.id))[0];
}
