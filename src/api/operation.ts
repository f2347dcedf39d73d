import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Result } from '#core/kernel/result.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route.ts';

/** A request that its route's schemas have checked. */
export interface ApiInput<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
}

/** Who asks, and under which ids. */
export interface ApiContext {
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  /** Of consumer, operation and Idempotency-Key: the same for every retry of one intent; empty for reads. */
  readonly requestId: string;
  /** An earlier attempt of this request broke off: what it may have done is there already. */
  readonly resumed: boolean;
  /** The version the caller decided on; 0 where the route asks for none. */
  readonly expectedVersion: number;
  /** Source address. */
  readonly from?: string;
}

/** A route and what it does. */
export interface ApiOperation<R extends Route> {
  readonly route: R;
  readonly run: (input: ApiInput<R>, context: ApiContext) => Promise<Result<AnswerOf<R>>>;
}

export const apiOperation = <R extends Route>(route: R, run: ApiOperation<R>['run']): ApiOperation<R> => ({
  route,
  run,
});
