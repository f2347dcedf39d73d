import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { noteFailure } from '#adapters/dead-letters/failure-notes.ts';
import { DryRunEnds } from '#adapters/dry-run/dry-run.ts';
import {
  type Rehearsal,
  type RehearsalRequest,
  rehearsalRequest,
  rehearse,
} from '#adapters/dry-run/rehearse.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import { FunctionError, failedWith, failureOf } from './failures.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import { correlationOf, type TaskContext } from './task-handler.ts';

export interface MessageContext extends TaskContext {
  /** How often this message was delivered, this time included. */
  readonly deliveries: number;
}

/** What a worked batch came to; a message that is only rehearsed says what working it would do. */
export interface QueueAnswer extends SQSBatchResponse {
  readonly rehearsal?: Rehearsal;
}

type Run<Message> = (message: Message, context: MessageContext) => Promise<Result<unknown>>;
type QueueEvent = SQSEvent | RehearsalRequest;
/** What is looked at of a message. */
type Delivered = Pick<SQSRecord, 'body' | 'messageId'> & {
  readonly attributes: Pick<SQSRecord['attributes'], 'ApproximateReceiveCount'>;
};
type Work = (record: Delivered, lambda: Context) => Promise<void>;

/**
 * Messages of a standard queue, one after the other: what fails comes back alone, the rest of the batch is done.
 * A message that is not what the schema says fails like any other and ends in the dead-letter queue.
 */
export const queueHandler = <Message>(message: z.ZodType<Message>, run: Run<Message>) =>
  orRehearsal(worker(message, run), (event, context, work) => {
    const processor = new BatchProcessor(EventType.SQS);
    const options = { context, processInParallel: false, throwOnFullBatchFailure: false };
    return processPartialResponse(event, work, processor, options);
  });

/** Messages of a FIFO queue: after a failure the rest of that group waits its turn, other groups go on. */
export const fifoQueueHandler = <Message>(message: z.ZodType<Message>, run: Run<Message>) =>
  orRehearsal(worker(message, run), (event, context, work) => {
    const processor = new SqsFifoPartialProcessorAsync();
    const options = { context, skipGroupOnError: true, throwOnFullBatchFailure: false };
    return processPartialResponse(event, work, processor, options);
  });

/** A batch is worked; a rehearsal, which nobody but the API's dry run may ask for, only says what would happen. */
const orRehearsal = (
  work: Work,
  workBatch: (
    event: SQSEvent,
    lambda: Context,
    work: (record: SQSRecord) => Promise<void>,
  ) => Promise<SQSBatchResponse>,
) =>
  lambdaHandler(async (event: QueueEvent, lambda): Promise<QueueAnswer> => {
    const asked = rehearsalRequest.safeParse(event);
    if (asked.success) {
      return { batchItemFailures: [], rehearsal: await rehearse(() => work(asked.data.rehearse, lambda)) };
    }
    if ('rehearse' in event) throw new Error('a rehearsal of what is no message');
    return workBatch(event, lambda, (record) => orNoted(record, lambda, work));
  });

/** Keep why a message failed, for whoever finds it among the dead letters. That this fails hides no failure. */
async function orNoted(record: SQSRecord, lambda: Context, work: Work): Promise<void> {
  try {
    await work(record, lambda);
  } catch (failure) {
    if (failure instanceof FunctionError && process.env.READ_MODEL_TABLE) {
      const { code, detail } = failure.problem;
      const note = { code, detail, function: lambda.functionName, at: systemClock.now() };
      const logger = loggerFor(correlationOf(jsonOf(record.body)));
      await noteFailure(record.messageId, note).catch((error: unknown) => {
        logger.warn('failure not noted', { because: error instanceof Error ? error.name : 'unknown' });
      });
    }
    throw failure;
  }
}

const worker =
  <Message>(schema: z.ZodType<Message>, run: Run<Message>): Work =>
  async ({ body, messageId, attributes }, lambda) => {
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
      if (thrown instanceof DryRunEnds) throw thrown;
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
