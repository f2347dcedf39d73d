/** How a posting changes, one function a change. Pure: the store's condition on the fence makes them safe. */
import type { Instant } from '#core/kernel/dates.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { Posting, PostingState } from '../model.ts';
import { type Effect, effectId, externalReference } from '../reference.ts';
import { backoffSeconds, earliest, later, latest } from './backoff.ts';

/** Longer than any attempt can live: the function's time-out plus the system's slowest answers. */
export const LEASE_SECONDS = 180;
/** How far the clocks of two functions may be apart; the lease has that much to spare. */
const SKEW_SECONDS = 5;

/** A wish as it is first written. */
export function newPosting(
  effect: Effect,
  request: {
    readonly correlationId: string;
    readonly sequence: number;
    readonly at: Instant;
    readonly laneId?: string;
  },
): Posting {
  const id = effectId(effect);
  return {
    ...effect,
    effectId: id,
    ...(request.laneId !== undefined && { laneId: request.laneId }),
    reference: externalReference(id),
    correlationId: request.correlationId,
    createdAt: request.at,
    requestSequence: request.sequence,
    fence: 1,
    attempts: 0,
    state: { name: 'pending', dueAt: request.at },
  };
}

/** Whether an attempt may start now: it waits for nothing, and nobody else is at it. */
export function isClaimable({ state }: Posting, now: Instant): boolean {
  switch (state.name) {
    case 'pending':
    case 'parked':
    case 'unknown':
      return state.dueAt <= now;
    case 'claimed':
      return state.leaseUntil <= now;
    case 'settled':
    case 'refused':
    case 'needs-person':
      return false;
  }
}

const inState = (posting: Posting, state: PostingState): Posting => ({ ...posting, state });

export const claim = (posting: Posting, now: Instant): Posting => ({
  ...posting,
  attempts: posting.attempts + 1,
  state: { name: 'claimed', leaseUntil: later(now, LEASE_SECONDS) },
});

/** Before a create is sent: if this attempt is never heard of again, its document may appear until then. */
export function markSent(posting: Posting, now: Instant, commitDelaySeconds: number): Posting {
  const leaseUntil = posting.state.name === 'claimed' ? posting.state.leaseUntil : now;
  return stillUnanswered(posting, later(leaseUntil, commitDelaySeconds + SKEW_SECONDS));
}

/** The answer to a create is known to be lost. */
export const answerLost = (posting: Posting, now: Instant, commitDelaySeconds: number): Posting =>
  stillUnanswered(posting, later(now, commitDelaySeconds + SKEW_SECONDS));

function stillUnanswered(posting: Posting, until: Instant): Posting {
  const before = posting.sent?.mayCommitUntil ?? until;
  return { ...posting, sent: { mayCommitUntil: latest(before, until) } };
}

/** The create was answered: only what was unanswered before it still is. */
export function withSent(posting: Posting, before: Posting['sent']): Posting {
  const { sent: _answered, ...rest } = posting;
  return before ? { ...rest, sent: before } : rest;
}

export const adopt = (posting: Posting, nativeId: string): Posting => ({ ...posting, adopted: { nativeId } });

/** An answer was lost, or may still come: look again soon, and no later than when it can be repeated. */
export function becomeUnknown(posting: Posting, now: Instant, until?: Instant): Posting {
  const soon = later(now, backoffSeconds(posting.attempts));
  const afterwards = until && until > now ? later(until, 1) : soon;
  return inState(posting, { name: 'unknown', dueAt: earliest(soon, afterwards) });
}

export function park(
  posting: Posting,
  until: Instant,
  { code, detail }: Pick<Problem, 'code' | 'detail'>,
): Posting {
  return inState(posting, {
    name: 'parked',
    dueAt: until,
    because: { code, detail: detail.slice(0, 1000) },
  });
}

/** What was adopted is confirmed or gone. */
function disown(posting: Posting): Posting {
  const { adopted: _disowned, ...rest } = posting;
  return rest;
}

/** `leftDrafts`: a draft under our reference was seen beside the document, and is still to be removed. */
export function settle(
  posting: Posting,
  { nativeId, number, leftDrafts }: { nativeId: string; number: string; leftDrafts: boolean },
  now: Instant,
): Posting & { readonly state: Extract<Over, { name: 'settled' }> } {
  const tidied = leftDrafts ? stillUnanswered(posting, now) : posting;
  const state = { name: 'settled', nativeId, number, recorded: false, dueAt: now } as const;
  return { ...disown(tidied), state };
}

export const refuse = (posting: Posting, reason: string, now: Instant): Posting =>
  inState(disown(posting), { name: 'refused', reason: reason.slice(0, 1000), recorded: false, dueAt: now });

/** Over, with what is still to be done about it at `dueAt`. */
export type Over = Extract<PostingState, { name: 'settled' | 'refused' }>;

export const againAt = (posting: Posting, state: Over, dueAt: Instant): Posting =>
  inState(posting, { ...state, dueAt });

/** Our record says so too. What an unanswered create may still bring is removed when it must be there. */
export function recorded(posting: Posting, state: Over, now: Instant): Posting {
  const { dueAt: _done, ...rest } = state;
  const tidyAt = posting.sent && later(latest(now, posting.sent.mayCommitUntil), 1);
  return inState(posting, { ...rest, recorded: true, ...(tidyAt && { dueAt: tidyAt }) });
}

export function tidied(posting: Posting, state: Over): Posting {
  const { dueAt: _done, ...rest } = state;
  return inState(withSent(posting, undefined), rest);
}

export const askPerson = (posting: Posting, reason: string): Posting =>
  inState(posting, { name: 'needs-person', reason: reason.slice(0, 1000) });

/**
 * Wished again: what an earlier attempt may have left in the system is looked up all the same. Only who was asked to
 * look there, and wishes again, has said that nothing is there.
 */
export function reopen(posting: Posting, requestSequence: number, now: Instant): Posting {
  const answered = posting.state.name === 'needs-person' ? withSent(posting, undefined) : posting;
  return inState({ ...answered, requestSequence }, { name: 'pending', dueAt: now });
}
