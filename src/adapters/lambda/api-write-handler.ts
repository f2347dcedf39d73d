import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import type { ApiOperation } from '#api/operation.ts';
import type { AnswerOf, Route, Writing } from '#api/route.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import { entryOf, isRetryable, type Problem, ProblemError } from '#core/kernel/problem.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { type KeptAnswer, keptProblem, successAnswer } from './api-answer.ts';
import { type AnswerStore, answerOnce, dynamoAnswers } from './api-idempotency.ts';
import { identify } from './api-identity.ts';
import { respond } from './api-respond.ts';

export interface WritePorts {
  readonly settings: Settings;
  readonly answers: AnswerStore;
}

/** The handler of an operation that changes something: once for each Idempotency-Key of a consumer. */
export const apiWriteHandler = <R extends Route & Writing>(
  { route, run, reveal }: ApiOperation<R>,
  { settings, answers }: WritePorts = { settings: dynamoSettings(), answers: dynamoAnswers() },
) =>
  respond<R>(route, {
    identify: (event) => identify(route, event, settings),
    answer: async ({ input, idempotencyKey, expectedVersion }, context, lambda) => {
      const intent = {
        consumer: context.actor.id,
        operation: route.operationId,
        key: idempotencyKey,
        request: canonicalJson({ ...input, expectedVersion }),
      };
      const answered = await answerOnce(answers, lambda, intent, async (resumed) => {
        const result = await run(input, { ...context, resumed });
        if (result.ok) return successAnswer(route, result.value);
        // What is thrown is forgotten and may be tried again; what is returned is the answer for good.
        if (!isFinal(result.problem)) throw new ProblemError(result.problem);
        return keptProblem(context.correlationId, result.problem);
      });
      return { ...answered, answer: await revealed({ route, reveal }, answered.answer) };
    },
  });

/** The remembered answer with what is never remembered. */
async function revealed<R extends Route>(
  {
    route,
    reveal,
  }: Pick<ApiOperation<R>, 'route'> & { readonly reveal: ApiOperation<R>['reveal'] | undefined },
  kept: KeptAnswer,
): Promise<KeptAnswer> {
  if (!reveal || kept.status !== route.answer.status) return kept;
  // It was written by the schema of the route, so that is what it is.
  const answer = JSON.parse(kept.body) as AnswerOf<R>;
  return { ...kept, body: successAnswer(route, await reveal(answer)).body };
}

/** Whether a retry could not change the answer: a fault of ours is not the caller's answer for good. */
const isFinal = (cause: Problem): boolean => !isRetryable(cause) && entryOf(cause.code).status < 500;
