import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
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

/** Longer than any queue, dead letter or redrive remembers. */
const THIRTY_FIVE_DAYS = 35 * 24 * 60 * 60;

export type AnswerStore = BasePersistenceLayer;

export const dynamoAnswers = (): AnswerStore =>
  new DynamoDBPersistenceLayer({
    tableName: environmentVariable('IDEMPOTENCY_TABLE'),
    clientConfig: { maxAttempts: 4 },
  });

/** One intent: who means what, and everything that makes it this request and no other. */
export interface Intent {
  readonly consumer: string;
  readonly operation: string;
  readonly key: string;
  readonly request: unknown;
}

export interface RememberedAnswer {
  readonly answer: KeptAnswer;
  readonly replayed: boolean;
}

/**
 * Do a write once: the same intent gets the same answer, whatever the number of requests. Throws a ProblemError
 * with `idempotency-in-flight`, `idempotency-key-reused` or `temporarily-unavailable`. An attempt that throws a
 * retryable problem is forgotten, so that the retry tries again.
 */
export async function answerOnce(
  store: AnswerStore,
  lambdaContext: Context,
  intent: Intent,
  attempt: () => Promise<KeptAnswer>,
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
  const once = makeIdempotent((_intent: Intent) => attempt(), {
    persistenceStore: store,
    keyPrefix: 'api',
    config,
  });
  try {
    return rememberedSchema.parse(await once(intent));
  } catch (thrown) {
    throw translated(thrown);
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
