import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import { failedWith, failureOf } from './failures.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import { correlationOf, type TaskContext } from './task-handler.ts';

export interface MessageContext extends TaskContext {
  /** How often this message was delivered, this time included. */
  readonly deliveries: number;
}

type Run<Message> = (message: Message, context: MessageContext) => Promise<Result<unknown>>;

/**
 * Messages of a standard queue, one after the other: what fails comes back alone, the rest of the batch is done.
 * A message that is not what the schema says fails like any other and ends in the dead-letter queue.
 */
export const queueHandler = <Message>(message: z.ZodType<Message>, run: Run<Message>) =>
  lambdaHandler((event: SQSEvent, context): Promise<SQSBatchResponse> => {
    const processor = new BatchProcessor(EventType.SQS);
    const options = { context, processInParallel: false, throwOnFullBatchFailure: false };
    return processPartialResponse(event, recordHandler(message, run, context), processor, options);
  });

/** Messages of a FIFO queue: after a failure the rest of that group waits its turn, other groups go on. */
export const fifoQueueHandler = <Message>(message: z.ZodType<Message>, run: Run<Message>) =>
  lambdaHandler((event: SQSEvent, context): Promise<SQSBatchResponse> => {
    const processor = new SqsFifoPartialProcessorAsync();
    const options = { context, skipGroupOnError: true, throwOnFullBatchFailure: false };
    return processPartialResponse(event, recordHandler(message, run, context), processor, options);
  });

const recordHandler =
  <Message>(schema: z.ZodType<Message>, run: Run<Message>, lambda: Context) =>
  async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    const content = jsonOf(body);
    const correlationId = correlationOf(content);
    const logger = loggerFor(correlationId);
    logger.appendKeys({ messageId });
    const parsed = schema.safeParse(content);
    if (!parsed.success)
      throw failedWith(problem('validation-failed', z.prettifyError(parsed.error)), logger);
    const deliveries = Number(attributes.ApproximateReceiveCount);
    try {
      const context = {
        correlationId,
        logger,
        deliveries,
        remaining: () => lambda.getRemainingTimeInMillis(),
      };
      const result = await run(parsed.data, context);
      if (!result.ok) throw failedWith(result.problem, logger);
    } catch (thrown) {
      throw failureOf(thrown, logger);
    }
  };

/** The JSON of a body; undefined, which no schema takes, when it is none. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
