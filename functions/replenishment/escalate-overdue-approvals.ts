import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { escalateOverdueApprovals } from '#business/replenishment/escalate-overdue-approvals.ts';
import { systemClock } from '#core/kernel/clock.ts';

/** Sweep: approval groups whose deadline passed undecided. */
export const handler = scheduleHandler(() =>
  escalateOverdueApprovals({ records: dynamoRecords(), clock: systemClock }),
);
