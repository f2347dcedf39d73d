import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Logger, logger } from './logger.ts';
import { publishMetrics } from './metrics.ts';

/** What every handler is wrapped in: log lines with request id and cold start, measures published at the end. */
export const lambdaHandler = <Event, Answer>(run: (event: Event, context: Context) => Promise<Answer>) =>
  middy<Event, Answer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishMetrics())
    .handler(run);

/** A logger whose every line carries the correlation id; nothing of it leaks into other messages of a batch. */
export function loggerFor(correlationId: string): Logger {
  const child = logger.createChild();
  child.appendKeys({ correlationId });
  return child;
}
