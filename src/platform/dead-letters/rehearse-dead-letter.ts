import type { Instant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { repairOf } from './hint.ts';
import type { DeadLetterPorts } from './ports.ts';
import { readBody } from './read-body.ts';

/** What a consumer would do with a message now. */
export interface Rehearsal {
  readonly outcome: 'would-succeed' | 'would-fail';
  readonly effects: readonly { readonly what: string; readonly about: string }[];
  readonly problem?: { readonly code: string; readonly detail: string } | undefined;
}

export interface RehearsedMessage {
  readonly body: string;
  readonly messageId: string;
  readonly messageGroup: string | undefined;
}

/** Asks a consumer what it would do with a message. `temporarily-unavailable` when it says nothing in time. */
export type RehearseConsumer = (consumer: string, message: RehearsedMessage) => Promise<Result<Rehearsal>>;

export interface RehearsePorts extends Pick<DeadLetterPorts, 'records' | 'objects' | 'clock'> {
  readonly rehearse: RehearseConsumer;
}

export interface RehearsedLetter extends Omit<Rehearsal, 'problem'> {
  /** With who repairs it and how, where that is known. */
  readonly problem?: NonNullable<Rehearsal['problem']> & {
    readonly repairedBy?: string;
    readonly hint?: string;
  };
  readonly at: Instant;
}

/**
 * What would happen if a dead letter were redriven now; nothing is changed. Problems: `not-found`; `state-not-allowed`
 * where nothing works the queue or the content is gone; `temporarily-unavailable`.
 */
export async function rehearseDeadLetter(
  { records, objects, clock, rehearse }: RehearsePorts,
  id: string,
): Promise<Result<RehearsedLetter>> {
  const stored = await records.get('dead-letter', id);
  if (!stored) return fail(problem('not-found', `There is no dead letter ${id}.`));
  const { queue, consumer, messageGroup, seenAs } = stored.body;
  if (consumer === undefined)
    return fail(problem('state-not-allowed', `Nothing works the queue ${queue}: nothing would happen.`));
  const body = await readBody(objects, stored.body);
  if (body === undefined)
    return fail(problem('state-not-allowed', `The content of ${id} is no longer there.`));
  const messageId = seenAs.at(-1)?.messageId ?? id;
  const asked = await rehearse(consumer, { body, messageId, messageGroup });
  if (!asked.ok) return asked;
  const { outcome, effects, problem: cause } = asked.value;
  const answer = { outcome, effects, at: clock.now() };
  return ok(cause ? { ...answer, problem: { ...cause, ...repairOf(cause.code) } } : answer);
}
