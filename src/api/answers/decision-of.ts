import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import type { ApiContext } from '../operation.ts';

/** What a use case wants to know about whoever decides: who, on which version, from where and why. */
export interface Decision {
  readonly actor: Actor;
  readonly expectedVersion: number;
  readonly correlationId: CorrelationId;
  readonly reason?: string;
  readonly from?: string;
}

export const decisionOf = (
  { actor, expectedVersion, correlationId, from }: ApiContext,
  reason: string | undefined,
): Decision => ({
  actor,
  expectedVersion,
  correlationId,
  ...(reason === undefined ? {} : { reason }),
  ...(from === undefined ? {} : { from }),
});
