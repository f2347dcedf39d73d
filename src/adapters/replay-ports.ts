import { LambdaClient } from '@aws-sdk/client-lambda';
import { ok } from '#core/kernel/result.ts';
import { eventIndexIn } from '#platform/read-model/event-index.ts';
import type { ChoosePorts, Rehearse } from '#platform/replay/ports.ts';
import { awsClient } from './aws-client.ts';
import { rehearseConsumer } from './dead-letters/rehearse-consumer.ts';
import { dynamoEventsOfRecord } from './dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from './dynamodb/read-model-table.ts';
import { dynamoRecords } from './dynamodb/records.ts';

/** What choosing events to replay needs, in AWS. */
export const choosePorts = (): ChoosePorts => ({
  records: dynamoRecords(),
  events: dynamoEventsOfRecord(),
  index: eventIndexIn(dynamoReadModelTable()),
});

/** A preview counts for eight seconds at most, and the function has fifteen. */
const WITHIN_MS = 6000;

/** Consumers that rehearse an event, in AWS: as they do a dead letter. */
export function rehearseEvent(): Rehearse {
  const requestHandler = { connectionTimeout: 1000, requestTimeout: WITHIN_MS, throwOnRequestTimeout: true };
  const rehearse = rehearseConsumer(awsClient(new LambdaClient({ maxAttempts: 1, requestHandler })));
  return async (consumer, event) => {
    const message = { body: JSON.stringify(event), messageId: event.id, messageGroup: undefined };
    const answer = await rehearse(consumer, message);
    if (!answer.ok) return answer;
    const { outcome, effects, problem } = answer.value;
    return ok({ outcome, effects, ...(problem ? { problem } : {}) });
  };
}
