import { exceptionGone } from '#business/exceptions/close-exception.ts';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { s3Objects } from './s3/objects.ts';

/** What exchanging documents with partners needs, in AWS. */
export function exchangePorts(): ExchangePorts {
  const records = dynamoRecords();
  const clock = systemClock;
  return {
    records,
    objects: s3Objects(),
    settings: dynamoSettings(),
    clock,
    exceptionChange: (draft) => exceptionChange({ records, clock }, draft),
    exceptionGone: (which, because) => exceptionGone({ records, clock }, which, because),
  };
}
