import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { escalateOverdueApprovals } from '#business/replenishment/escalate-overdue-approvals.ts';
import { systemClock } from '#core/kernel/clock.ts';

/** Sweep: approval groups whose deadline passed undecided. */
export const handler = scheduleHandler(async () => {
  const swept = await escalateOverdueApprovals({ records: dynamoRecords(), clock: systemClock });
  if (swept.ok) count('ApprovalsOverdue', swept.value.escalated);
  return swept;
});
