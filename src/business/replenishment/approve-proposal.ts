import type { StoredRecord } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { decideProposal, type ProposalDecision } from './decide-proposal.ts';
import type { ApprovalPorts } from './ports.ts';

/** Allow a waiting proposal to be ordered; it is, once the rest of its group is decided. Problems: see `decideProposal`. */
export const approveProposal = (
  ports: ApprovalPorts,
  decision: ProposalDecision,
): Promise<Result<StoredRecord<'proposal'>>> => decideProposal(ports, 'approved', decision);
