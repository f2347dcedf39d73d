import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  IdempotencyItemNotFoundError,
  IdempotencyPersistenceLayerError,
  IdempotencyValidationError,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { BasePersistenceLayer } from '@aws-lambda-powertools/idempotency/persistence';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import type { KeptAnswer } from './api-answer.ts';
import { environmentVariable } from './environment.ts';

const keyPrefix = 'api';

/** Longer than any queue, dead letter or redrive remembers. */
const THIRTY_FIVE_DAYS = 35 * 24 * 60 * 60;

export type AnswerStore = BasePersistenceLayer;

export const dynamoAnswers = (): AnswerStore =>
  new DynamoDBPersistenceLayer({
    tableName: environmentVariable('IDEMPOTENCY_TABLE'),
    clientConfig: { maxAttempts: 4 },
  });

/** One intent: who means what. */
export type Intent = {
  readonly consumer: string;
  readonly operation: string;
  readonly key: string;
  /** Everything that makes it this request and no other, as canonical text. */
  readonly request: string;
};

export interface RememberedAnswer {
  readonly answer: KeptAnswer;
  readonly replayed: boolean;
}

/**
 * Do a write once: the same intent gets the same answer, whatever the number of requests. Throws a ProblemError
 * with `idempotency-in-flight`, `idempotency-key-reused` or `temporarily-unavailable`. An attempt that throws a
 * retryable problem is forgotten, so that the retry tries again. An attempt is told whether an earlier one broke off
 * without an answer.
 */
export async function answerOnce(
  store: AnswerStore,
  lambdaContext: Context,
  intent: Intent,
  attempt: (resumed: boolean) => Promise<KeptAnswer>,
): Promise<RememberedAnswer> {
  const config = new IdempotencyConfig({
    eventKeyJmesPath: '[consumer, operation, key]',
    payloadValidationJmesPath: 'request',
    throwOnNoIdempotencyKey: true,
    expiresAfterSeconds: THIRTY_FIVE_DAYS,
    hashFunction: 'sha256',
    lambdaContext,
    responseHook: (answer) => ({ answer, replayed: true }),
  });
  store.configure({ config, keyPrefix });
  try {
    const resumed = await isUnanswered(store, intent);
    const once = makeIdempotent((_intent: Intent) => attempt(resumed), {
      persistenceStore: store,
      keyPrefix,
      config,
    });
    return rememberedSchema.parse(await once(intent));
  } catch (thrown) {
    throw translated(thrown);
  }
}

/** Whether a request began and never came to an answer; if it is still at it, the next step says so. */
async function isUnanswered(store: AnswerStore, intent: Intent): Promise<boolean> {
  try {
    return (await store.getRecord(intent)).getStatus() === 'INPROGRESS';
  } catch (thrown) {
    if (thrown instanceof IdempotencyItemNotFoundError) return false;
    throw thrown instanceof IdempotencyValidationError ? thrown : new ProblemError(forgetful);
  }
}

const keptSchema: z.ZodType<KeptAnswer> = z.object({
  status: z.int(),
  body: z.string(),
  etag: z.string().exactOptional(),
  contentType: z.string(),
});
const rememberedSchema: z.ZodType<RememberedAnswer> = z.union([
  z.object({ answer: keptSchema, replayed: z.literal(true) }),
  keptSchema.transform((answer) => ({ answer, replayed: false })),
]);

function translated(thrown: unknown): unknown {
  if (thrown instanceof IdempotencyAlreadyInProgressError) return new ProblemError(inFlight);
  if (thrown instanceof IdempotencyValidationError) return new ProblemError(reused);
  if (thrown instanceof IdempotencyPersistenceLayerError) return new ProblemError(forgetful);
  return thrown;
}

const inFlight = problem('idempotency-in-flight', 'A request with this Idempotency-Key is being worked on.');
const reused = problem('idempotency-key-reused', 'This Idempotency-Key belongs to a request that differs.');
const forgetful = problem('temporarily-unavailable', 'What was answered before cannot be looked up now.');
