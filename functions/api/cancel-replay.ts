import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { cancelReplay as route } from '#api/routes/replays.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { cancelReplay } from '#platform/replay/cancel-replay.ts';

export const operation = (ports: { readonly records: Records; readonly clock: Clock }) =>
  apiOperation(route, async ({ params: { replayId } }, { actor, correlationId, from }) => {
    const cancelled = await cancelReplay(ports, {
      ...{ replayId, actor, correlationId },
      ...(from === undefined ? {} : { from }),
    });
    return cancelled.ok ? ok(present(cancelled.value)) : cancelled;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
