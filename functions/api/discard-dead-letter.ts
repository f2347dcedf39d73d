import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { presentDeadLetter } from '#api/answers/dead-letter.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { orOwnResult } from '#api/answers/own-result.ts';
import { apiOperation } from '#api/operation.ts';
import { discardDeadLetter as route } from '#api/routes/dead-letters.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { discardDeadLetter } from '#platform/dead-letters/discard-dead-letter.ts';
import type { SettlePorts } from '#platform/dead-letters/settle-dead-letter.ts';

export const operation = (ports: SettlePorts) =>
  apiOperation(route, async ({ params: { deadLetterId }, body: { reason } }, context) => {
    const wish = { ...decisionOf(context, reason), deadLetterId, reason };
    const target = { records: ports.records, type: 'dead-letter', id: deadLetterId } as const;
    const result = await orOwnResult(
      await discardDeadLetter(ports, wish),
      context,
      target,
      ({ body }) => body.state === 'discarded' && body.settled?.by === context.actor.id,
    );
    return result.ok ? ok(presentDeadLetter(result.value)) : result;
  });

export const handler = apiWriteHandler(operation({ records: dynamoRecords(), clock: systemClock }));
