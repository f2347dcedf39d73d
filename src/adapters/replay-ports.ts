import { eventIndexIn } from '#platform/read-model/event-index.ts';
import type { ChoosePorts } from '#platform/replay/ports.ts';
import { dynamoEventsOfRecord } from './dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from './dynamodb/read-model-table.ts';
import { dynamoRecords } from './dynamodb/records.ts';

/** What choosing events to replay needs, in AWS. */
export const choosePorts = (): ChoosePorts => ({
  records: dynamoRecords(),
  events: dynamoEventsOfRecord(),
  index: eventIndexIn(dynamoReadModelTable()),
});
