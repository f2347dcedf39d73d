import type { ApiOperation } from '#api/operation.ts';
import type { Public, Route } from '#api/route.ts';
import { ProblemError } from '#core/kernel/problem.ts';
import { ok } from '#core/kernel/result.ts';
import { successAnswer } from './api-answer.ts';
import { respond } from './api-respond.ts';

/** The handler of an operation that anybody may call: it reads no settings and knows nobody. */
export const publicHandler = <R extends Route & Public>({ route, run }: ApiOperation<R>) =>
  respond<R>(route, {
    identify: async () => ok({ actor: { kind: 'consumer', id: 'anonymous' } }),
    answer: async ({ input }, context) => {
      const result = await run(input, context);
      if (!result.ok) throw new ProblemError(result.problem);
      return { answer: successAnswer(route, result.value), replayed: false };
    },
  });
