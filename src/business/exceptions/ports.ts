import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
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
  /** Source address, for the audit record. */
  readonly from?: string;
}
