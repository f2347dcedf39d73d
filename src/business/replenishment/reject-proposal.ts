import type { StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { decideProposal, type ProposalDecision } from './decide-proposal.ts';
import type { ApprovalPorts } from './ports.ts';

/** Decide, with the reason, that a waiting proposal is not ordered. Problems: see `decideProposal`. */
export const rejectProposal = (
  ports: ApprovalPorts,
  decision: ProposalDecision & { readonly reason: string },
): Promise<Result<StoredRecord<'proposal'>>> => decideProposal(ports, 'rejected', decision);
