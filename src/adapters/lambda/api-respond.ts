import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { ApiContext } from '#api/operation.ts';
import type { Route } from '#api/route.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import { type Problem, ProblemError, problem } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import { gatewayAnswer, type KeptAnswer, problemAnswer } from './api-answer.ts';
import type { Caller } from './api-identity.ts';
import { type ApiRequest, correlationOfRequest, headerOf, readRequest } from './api-request.ts';
import { lambdaHandler, loggerFor } from './lambda-handler.ts';
import type { Logger } from './logger.ts';

/** How one kind of route finds out who asks, and comes to its answer. */
export interface Responder<R extends Route> {
  readonly identify: (event: APIGatewayProxyEvent) => Promise<Result<Caller>>;
  readonly answer: (request: ApiRequest<R>, context: ApiContext, lambda: Context) => Promise<Answered>;
}

export interface Answered {
  readonly answer: KeptAnswer;
  readonly replayed: boolean;
}

/**
 * The handler of a route: who asks is settled before what they ask is read; every failure is a problem with the
 * correlation id; one log line says what was answered, never what was sent.
 */
export const respond = <R extends Route>(route: R, responder: Responder<R>) =>
  lambdaHandler(async (event: APIGatewayProxyEvent, lambda): Promise<APIGatewayProxyResult> => {
    const startedAt = performance.now();
    const correlationId = correlationOfRequest(event);
    const logger = loggerFor(correlationId);
    const answered = await attempt(route, responder, event, lambda, correlationId).catch((thrown: unknown) =>
      problemAnswer(route, correlationId, problemOf(thrown, logger)),
    );
    logger.info('answered', {
      operation: route.operationId,
      status: answered.statusCode,
      consumer: event.requestContext.authorizer?.claims?.client_id,
      durationMs: Math.round(performance.now() - startedAt),
    });
    return answered;
  });

async function attempt<R extends Route>(
  route: R,
  { identify, answer }: Responder<R>,
  event: APIGatewayProxyEvent,
  lambda: Context,
  correlationId: string,
): Promise<APIGatewayProxyResult> {
  const caller = await identify(event);
  if (!caller.ok) return problemAnswer(route, correlationId, caller.problem);
  const request = readRequest(route, event);
  if (!request.ok) return problemAnswer(route, correlationId, request.problem);
  const { idempotencyKey, expectedVersion } = request.value;
  const from = sourceOf(event, caller.value);
  const context: ApiContext = {
    ...caller.value,
    correlationId,
    requestId: route.write ? derivedId('rq', caller.value.actor.id, route.operationId, idempotencyKey) : '',
    resumed: false,
    expectedVersion,
    ...(from ? { from } : {}),
  };
  const { answer: kept, replayed } = await answer(request.value, context, lambda);
  return gatewayAnswer(route, correlationId, kept, replayed ? { 'idempotency-replayed': 'true' } : {});
}

/**
 * The address a request came from. A person comes through the distribution of the console: the gateway sees its
 * address, which is the last of `X-Forwarded-For`, and the one before is what the distribution saw.
 */
function sourceOf(event: APIGatewayProxyEvent, { person }: Caller): string | undefined {
  const seen = event.requestContext.identity.sourceIp;
  if (!person) return seen;
  const passed = (headerOf(event, 'x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return passed.at(-2) ?? seen;
}

/** The problem behind whatever was thrown; of a bug nothing but its correlation id leaves. */
function problemOf(thrown: unknown, logger: Logger): Problem {
  if (thrown instanceof ProblemError) {
    logger.warn('failed', { problem: { code: thrown.problem.code, detail: thrown.problem.detail } });
    return thrown.problem;
  }
  const error = thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
  logger.error('unexpected failure', error);
  if (isPassing(error)) return problem('temporarily-unavailable', 'A part this needs does not answer now.');
  return problem('unexpected-failure', error.name);
}

/** AWS was asked and did not answer in time, or asked for patience: the SDK marks these. */
const isPassing = (error: Error): boolean =>
  error.name === 'TimeoutError' ||
  ('$retryable' in error && error.$retryable !== undefined) ||
  ('$fault' in error && error.$fault === 'server');
