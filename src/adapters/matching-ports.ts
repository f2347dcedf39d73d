import { systemClock } from '#core/kernel/clock.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { s3Objects } from './s3/objects.ts';

/** What matching a partner's document needs: records, agreements, and what the document says in canonical form. */
export const matchingPorts = () => ({
  records: dynamoRecords(),
  settings: dynamoSettings(),
  objects: s3Objects(),
  clock: systemClock,
});
