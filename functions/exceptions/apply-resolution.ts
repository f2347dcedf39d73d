import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { resolutionRuns } from '#adapters/resolution-runs.ts';
import { applyResolution } from '#business/exceptions/apply-resolution.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { exceptionResolved } from '#events/exception-resolved/v1.ts';

const ports = { records: dynamoRecords(), clock: systemClock };

/** Exception decided → what the decision asks for is done, or the exception is open again with the reason. */
export const handler = busQueueHandler(
  exceptionResolved,
  async ({ exceptionId }, { correlationId, logger }) => {
    const applied = await applyResolution(ports, resolutionRuns(), { exceptionId, correlationId });
    if (applied.ok) logger.info('decision carried out', { exceptionId, step: applied.value });
    return applied;
  },
);
