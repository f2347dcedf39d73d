/** The people of the story: who decides what the machine leaves to them, by whatever way they decide. */
import type { CrossdockClient } from '#contracts/client.ts';
import type { Exception } from '#core/canonical/exception.ts';
import type { ApprovalGroup } from '#core/canonical/proposal.ts';

export interface People {
  /** A planner approves every proposal of a group. */
  approveGroup(group: ApprovalGroup): Promise<void>;
  /** A steward says that a partner's unknown code is one of ours. */
  explainCode(exception: Exception, ours: string): Promise<void>;
  /** A buyer accepts what a supplier answered. */
  acceptAnswer(exception: Exception, reason: string): Promise<void>;
}

/** People who work with the API alone; each decides on the version that was looked at. */
export const peopleByApi = (api: CrossdockClient): People => ({
  approveGroup: async ({ proposalIds }) => {
    for (const proposalId of proposalIds) {
      const { etag = '' } = await api.getProposal({ proposalId });
      const body = { reason: 'Looked at with the supplier; go ahead.' };
      await api.approveProposal({ proposalId, ifMatch: etag, body });
    }
  },
  explainCode: async ({ about, evidence }, ours) => {
    const body = { kind: 'item', theirs: evidence[0]?.received ?? '', ours } as const;
    await api.putCrossReference({ partnerId: about.partnerId ?? '', body });
  },
  acceptAnswer: async ({ id }, reason) => {
    const { etag = '' } = await api.getException({ exceptionId: id });
    await api.resolveException({ exceptionId: id, ifMatch: etag, body: { action: 'accept', reason } });
  },
});
