import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { apiOperation } from '#api/operation.ts';
import { present } from '#api/resources/resource.ts';
import { startReplay as route } from '#api/routes/replays.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { startReplay } from '#platform/replay/start-replay.ts';

export const operation = (ports: { readonly records: Records; readonly clock: Clock }) =>
  apiOperation(route, async ({ body }, { actor, correlationId, from, requestId }) => {
    const started = await startReplay(ports, {
      ...body,
      replayId: derivedId('rpl', requestId),
      actor,
      correlationId,
      ...(from === undefined ? {} : { from }),
    });
    return started.ok ? ok(present(started.value)) : started;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
