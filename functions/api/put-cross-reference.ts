import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { putCrossReference as route } from '#api/routes/partner-documents.ts';
import { type CrossReferencePorts, putCrossReference } from '#business/partners/put-cross-reference.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';

export const operation = (ports: CrossReferencePorts) =>
  apiOperation(route, async ({ params: { partnerId }, body }, { actor, correlationId, from }) => {
    const { kind, theirs, ours } = body;
    const put = await putCrossReference(ports, {
      partnerId,
      kind,
      theirs,
      ours,
      actor,
      correlationId,
      ...(from === undefined ? {} : { from }),
    });
    return put.ok ? ok(present(put.value)) : put;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
