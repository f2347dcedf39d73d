import { isRetryable, type Problem, ProblemError, problem } from '#core/kernel/problem.ts';
import type { Logger } from './logger.ts';

/** What a workflow step or a message handler throws: its name decides whether a workflow tries again. */
export class FunctionError extends Error {
  override readonly name: 'Retryable' | 'Terminal';
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(`${cause.code}: ${cause.detail}`);
    this.problem = cause;
    this.name = isRetryable(cause) ? 'Retryable' : 'Terminal';
  }
}

/**
 * Log why an invocation failed and give the error to throw. A bug is logged with its stack and answered without
 * its text, which may hold data; it counts as retryable, as a part that does not answer looks the same from here.
 */
export function failureOf(thrown: unknown, logger: Logger): FunctionError {
  if (thrown instanceof FunctionError) return thrown;
  if (thrown instanceof ProblemError) return failedWith(thrown.problem, logger);
  const error = thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
  logger.error('unexpected failure', error);
  return new FunctionError(
    problem('unexpected-failure', `${error.name}; the log has it by its correlation id.`),
  );
}

export function failedWith(cause: Problem, logger: Logger): FunctionError {
  const level = isRetryable(cause) ? 'warn' : 'error';
  logger[level]('failed', { problem: { code: cause.code, detail: cause.detail } });
  return new FunctionError(cause);
}
