import { setTimeout as pause } from 'node:timers/promises';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { exceptionChange, exceptionIdOf } from '#business/exceptions/open-exception.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import type { MovePorts } from '#platform/dead-letters/move-dead-letter.ts';
import type { RedrivePorts } from '#platform/dead-letters/run-redrive.ts';
import { dynamoFailureNotes } from './failure-notes.ts';

/** What indexing and redriving need, in AWS. */
export const deadLetterPorts = (): RedrivePorts => ({
  queues: sqsDeadLetterQueues(),
  notes: dynamoFailureNotes(),
  records: dynamoRecords(),
  objects: s3Objects(),
  clock: systemClock,
  pause: (milliseconds) => pause(milliseconds),
});

/** What making an exception of a dead letter needs. */
export const movePorts = (records: Records = dynamoRecords(), clock = systemClock): MovePorts => ({
  records,
  clock,
  exceptionChange: (draft) => exceptionChange({ records, clock }, draft),
  exceptionIdOf,
});
