import type { Exception } from '#core/canonical/exception.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';

export interface ExceptionPorts {
  readonly records: Records;
  readonly clock: Clock;
}

/** Somebody's wish about one exception. */
export interface ExceptionRequest {
  readonly exceptionId: string;
  /** The version it was decided on. */
  readonly expectedVersion: number;
  readonly actor: Actor;
  /** Of the request: the cause of what is committed, which stays under the correlation of the exception. */
  readonly correlationId: CorrelationId;
  /** Why whoever asks may not do this with an exception; undefined when they may. Without it everybody may. */
  readonly refusal?: (exception: Exception) => Problem | undefined;
  /** Source address, for the audit record. */
  readonly from?: string;
}
