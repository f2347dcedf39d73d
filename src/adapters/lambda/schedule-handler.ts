import { newCorrelationId } from '#core/kernel/correlation.ts';
import type { Result } from '#core/kernel/result.ts';
import { failedWith, failureOf } from './failures.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import type { TaskContext } from './task-handler.ts';

/** A sweep that a schedule starts: each run has a correlation id of its own; its answer is what it did, for the log. */
export const scheduleHandler = <Output>(run: (context: TaskContext) => Promise<Result<Output>>) =>
  lambdaHandler(async (_event: unknown, lambda): Promise<Output> => {
    const correlationId = newCorrelationId();
    const logger = loggerFor(correlationId);
    try {
      const result = await run({ correlationId, logger, remaining: () => lambda.getRemainingTimeInMillis() });
      if (!result.ok) throw failedWith(result.problem, logger);
      logger.info('swept', { did: result.value });
      return result.value;
    } catch (thrown) {
      throw failureOf(thrown, logger);
    }
  });
