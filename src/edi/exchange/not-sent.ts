import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { Interchange } from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { isRetryable, type Problem } from '#core/kernel/problem.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Correspondent } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/** A document that was not sent: a person was told why. */
export interface NotSent {
  readonly notSent: Problem['code'];
}

export interface Unsent {
  /** In plain words: `order 4711`. */
  readonly what: string;
  readonly cause: string;
  readonly about: ExceptionDraft['about'];
  readonly correlationId: CorrelationId;
}

/** What was sent; or, for what no retry repairs, the exception that says why it was not. */
export async function orException(
  ports: Pick<ExchangePorts, 'records' | 'exceptionChange'>,
  { partnerId }: Pick<Correspondent, 'partnerId'>,
  { what, cause, about, correlationId }: Unsent,
  sent: Result<Interchange>,
): Promise<Result<Interchange | NotSent>> {
  if (sent.ok || isRetryable(sent.problem)) return sent;
  const { code, detail, faults = [] } = sent.problem;
  const told = await decideAgain(async () => {
    const change = await ports.exceptionChange({
      kind: 'document-rejected',
      cause: ['out', cause],
      title: `${what} could not be sent to ${partnerId}`,
      about: { partnerId, ...about },
      evidence: [
        { what: code, received: detail.slice(0, 300) },
        ...faults
          .slice(0, 20)
          .map(({ at, message }) => ({ what: at.slice(0, 80), received: message.slice(0, 300) })),
      ],
    });
    return change ? ports.records.commit({ changes: [change], correlationId }) : ok(undefined);
  });
  return told.ok ? ok({ notSent: code }) : told;
}
