import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { orOwnResult } from '#api/answers/own-result.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { approveProposal as route } from '#api/routes/proposals.ts';
import { approveProposal } from '#business/replenishment/approve-proposal.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';

interface Ports {
  readonly records: Records;
  readonly clock: Clock;
}

export const operation = (ports: Ports) =>
  apiOperation(route, async ({ params: { proposalId }, body: { reason } }, context) => {
    const decided = await approveProposal(ports, { proposalId, ...decisionOf(context, reason) });
    const target = { records: ports.records, type: 'proposal', id: proposalId } as const;
    const result = await orOwnResult(
      decided,
      context,
      target,
      ({ body }) => body.state === 'approved' && body.decision?.by === context.actor.id,
    );
    return result.ok ? ok(present(result.value)) : result;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
