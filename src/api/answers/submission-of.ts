import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { type ApiContext, type CallingPartner, partnerOf } from '../operation.ts';

/** What a use case wants to know about a supplier that sends something. */
export interface Sender {
  readonly partner: CallingPartner;
  readonly requestId: string;
  readonly actor: Actor;
  readonly correlationId: CorrelationId;
  readonly from?: string;
}

export const submissionOf = (context: ApiContext): Sender => {
  const { requestId, actor, correlationId, from } = context;
  const partner = partnerOf(context);
  return { partner, requestId, actor, correlationId, ...(from === undefined ? {} : { from }) };
};
