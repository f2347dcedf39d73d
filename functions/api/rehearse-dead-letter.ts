import { rehearseConsumer } from '#adapters/dead-letters/rehearse-consumer.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { apiOperation } from '#api/operation.ts';
import { rehearseDeadLetter as route } from '#api/routes/dead-letters.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { type RehearsePorts, rehearseDeadLetter } from '#platform/dead-letters/rehearse-dead-letter.ts';

export const operation = (ports: RehearsePorts) =>
  apiOperation(route, async ({ params: { deadLetterId } }) => {
    const answer = await rehearseDeadLetter(ports, deadLetterId);
    return answer.ok ? ok({ ...answer.value, effects: [...answer.value.effects] }) : answer;
  });

export const handler = apiHandler(
  operation({
    records: dynamoRecords(),
    objects: s3Objects(),
    clock: systemClock,
    rehearse: rehearseConsumer(),
  }),
);
