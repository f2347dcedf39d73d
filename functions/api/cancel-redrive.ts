import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { cancelRedrive as route } from '#api/routes/dead-letters.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { cancelRedrive } from '#platform/dead-letters/cancel-redrive.ts';
import type { SettlePorts } from '#platform/dead-letters/settle-dead-letter.ts';

export const operation = (ports: SettlePorts) =>
  apiOperation(route, async ({ params: { redriveId } }, { actor, correlationId, from }) => {
    const wish = { redriveId, actor, correlationId };
    const cancelled = await cancelRedrive(ports, from === undefined ? wish : { ...wish, from });
    return cancelled.ok ? ok(present(cancelled.value)) : cancelled;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
