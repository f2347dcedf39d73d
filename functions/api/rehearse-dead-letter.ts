import { type RehearseConsumer, rehearseConsumer } from '#adapters/dead-letters/rehearse-consumer.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { rehearseDeadLetter } from '#api/routes/dead-letters.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { repairOf } from '#platform/dead-letters/hint.ts';
import { readBody } from '#platform/dead-letters/read-body.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly rehearse: RehearseConsumer;
}

export const operation = ({ records, objects, clock, rehearse }: Ports) =>
  apiOperation(rehearseDeadLetter, async ({ params: { deadLetterId } }) => {
    const found = await findRecord(records, 'dead-letter', deadLetterId);
    if (!found.ok) return found;
    const { queue, consumer, messageGroup, seenAs } = found.value.body;
    if (consumer === undefined)
      return fail(problem('state-not-allowed', `Nothing works the queue ${queue}: nothing would happen.`));
    const body = await readBody(objects, found.value.body);
    if (body === undefined)
      return fail(problem('state-not-allowed', `The content of ${deadLetterId} is no longer there.`));
    const messageId = seenAs.at(-1)?.messageId ?? deadLetterId;
    const answer = await rehearse(consumer, { body, messageId, messageGroup });
    if (!answer.ok) return answer;
    const { problem: cause, ...would } = answer.value;
    const asked = { ...would, at: clock.now() };
    return ok(cause ? { ...asked, problem: { ...cause, ...repairOf(cause.code) } } : asked);
  });

export const handler = apiHandler(
  operation({
    records: dynamoRecords(),
    objects: s3Objects(),
    clock: systemClock,
    rehearse: rehearseConsumer(),
  }),
);
