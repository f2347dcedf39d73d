import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import type { ApiOperation } from '#api/operation.ts';
import type { Reading, Route } from '#api/route.ts';
import { ProblemError } from '#core/kernel/problem.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { successAnswer } from './api-answer.ts';
import { identify } from './api-identity.ts';
import { respond } from './api-respond.ts';

/** The handler of an operation that reads, for consumers with its scope. */
export const apiHandler = <R extends Route & Reading>(
  { route, run }: ApiOperation<R>,
  settings: Settings = dynamoSettings(),
) =>
  respond<R>(route, {
    identify: (event) => identify(route, event, settings),
    answer: async ({ input }, context) => {
      const result = await run(input, context);
      if (!result.ok) throw new ProblemError(result.problem);
      return { answer: successAnswer(route, result.value), replayed: false };
    },
  });
