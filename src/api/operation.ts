import type { ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Role } from './roles.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route.ts';

/** A request that its route's schemas have checked. */
export interface ApiInput<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
}

/** The partner a consumer speaks for, and what its agreement says now. */
export interface CallingPartner {
  readonly id: string;
  readonly supplierId: string;
  readonly agreementVersion: number;
  /** What it may send us. */
  readonly receives: readonly ReceivedDocument[];
  /** Whether it exchanges EDI at all. */
  readonly edi: boolean;
  /** Still onboarding: what it sends is checked and kept, and changes nothing. */
  readonly test: boolean;
}

/** Somebody who signed in. */
export interface CallingPerson {
  /** As it stands in audit records. */
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Who asks, and under which ids. */
export interface ApiContext {
  readonly actor: Actor;
  /** There when a person asks, and not a machine. */
  readonly person?: CallingPerson;
  /** There for the routes of suppliers and for no others. */
  readonly partner?: CallingPartner;
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
  /** Adds to a write's answer what must be remembered nowhere; asked again for every repetition of the request. */
  readonly reveal?: (answer: AnswerOf<R>) => Promise<AnswerOf<R>>;
}

export const apiOperation = <R extends Route>(
  route: R,
  run: ApiOperation<R>['run'],
  reveal?: ApiOperation<R>['reveal'],
): ApiOperation<R> => ({ route, run, ...(reveal && { reveal }) });

/**
 * The partner that asks. Every key a supplier's route reads is made from it, so that nothing of another partner can
 * be named at all. The gateway lets nobody else through; should it, this throws `forbidden`.
 */
export function partnerOf({ partner }: ApiContext): CallingPartner {
  if (partner) return partner;
  throw new ProblemError(problem('forbidden', 'Only a supplier with an agreement may ask for this.'));
}
