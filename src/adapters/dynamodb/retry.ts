import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError, problem } from '#core/kernel/problem.ts';

/** Names of errors after which the same call may succeed a moment later. */
const passing = new Set([
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ECONNREFUSED',
  'ECONNRESET',
]);

export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (passing.has(error.name) || ('code' in error && typeof error.code === 'string' && passing.has(error.code)));

export const unavailable = (what: string) =>
  problem('temporarily-unavailable', `${what} did not answer in time or had too much to do.`);

/** A read whose passing failures become `temporarily-unavailable`, after the SDK's own attempts; bugs stay bugs. */
export async function orUnavailable<T>(what: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw isPassing(error) ? new ProblemError(unavailable(what)) : error;
  }
}

/** Wait before the next attempt: up to 25 ms, 50 ms, 100 ms …, at random, so that rivals part. */
export const backOff = (attempt: number): Promise<void> => pause(Math.random() * 25 * 2 ** attempt);
