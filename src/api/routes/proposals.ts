import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/proposal.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute, writeRoute } from '../route.ts';

const params = z.strictObject({ proposalId: idSchema });

export const listProposals = readRoute({
  operationId: 'list-proposals',
  path: '/v1/proposals',
  tag: 'Proposals',
  summary: 'List the proposals that wait for a person, or all of one forecast release or replenishment run',
  description: 'Give one of `state=waiting`, `releaseId` and `runId`.',
  scope: 'proposals.read',
  query: z
    .strictObject({
      ...pageQuery,
      state: z.literal('waiting').optional(),
      releaseId: idSchema.optional(),
      runId: idSchema.optional(),
    })
    .refine(({ state, releaseId, runId }) => [state, releaseId, runId].filter(Boolean).length === 1, {
      message: 'give one of state=waiting, releaseId and runId',
      path: ['state'],
    }),
  answer: { description: 'A page of proposals', schema: resources.proposalPage },
});

export const getProposal = readRoute({
  operationId: 'get-proposal',
  path: '/v1/proposals/{proposalId}',
  tag: 'Proposals',
  summary: 'Get one proposal with the record of how it came about',
  scope: 'proposals.read',
  params,
  answer: {
    description: 'The proposal and its decision record',
    schema: resources.proposalWithDecisionRecord,
    etag: true,
  },
});

export const approveProposal = writeRoute({
  operationId: 'approve-proposal',
  path: '/v1/proposals/{proposalId}/approve',
  tag: 'Proposals',
  summary: 'Approve a waiting proposal: it is ordered once the rest of its group is decided',
  scope: 'proposals.decide',
  params,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500).optional() }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The approved proposal', schema: resources.proposalResource, etag: true },
});

export const rejectProposal = writeRoute({
  operationId: 'reject-proposal',
  path: '/v1/proposals/{proposalId}/reject',
  tag: 'Proposals',
  summary: 'Reject a waiting proposal, with the reason',
  scope: 'proposals.decide',
  params,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The rejected proposal', schema: resources.proposalResource, etag: true },
});
