import * as z from 'zod';
import { correlationIdSchema, newCorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import { failedWith, failureOf } from './failures.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import type { Logger } from './logger.ts';

export interface TaskContext {
  /** From the input where it has one, else a new one. */
  readonly correlationId: string;
  readonly logger: Logger;
  /** Milliseconds until this invocation is cut off. */
  readonly remaining: () => number;
}

/**
 * A step of a workflow, or a function invoked directly: checks the input, runs, and answers the value. A problem
 * is thrown as an error named `Retryable` or `Terminal`, which the workflow retries or does not.
 */
export const taskHandler = <Input, Output>(
  input: z.ZodType<Input>,
  run: (input: Input, context: TaskContext) => Promise<Result<Output>>,
) =>
  lambdaHandler(async (event: unknown, lambda): Promise<Output> => {
    const correlationId = correlationOf(event);
    const logger = loggerFor(correlationId);
    const parsed = input.safeParse(event);
    if (!parsed.success)
      throw failedWith(problem('validation-failed', z.prettifyError(parsed.error)), logger);
    try {
      const result = await run(parsed.data, {
        correlationId,
        logger,
        remaining: () => lambda.getRemainingTimeInMillis(),
      });
      if (result.ok) return result.value;
      throw failedWith(result.problem, logger);
    } catch (thrown) {
      throw failureOf(thrown, logger);
    }
  });

const carriers = z.union([
  z.looseObject({ correlationId: correlationIdSchema }).transform(({ correlationId }) => correlationId),
  z
    .looseObject({ detail: z.looseObject({ correlationid: correlationIdSchema }) })
    .transform(({ detail }) => detail.correlationid),
]);

/** The correlation id that an input or an event on the bus carries, or a new one. */
export function correlationOf(input: unknown): string {
  const parsed = carriers.safeParse(input);
  return parsed.success ? parsed.data : newCorrelationId();
}
