import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { type Failure, fail, ok, type Result } from '#core/kernel/result.ts';
import type { Delivery } from './delivery.ts';
import type { Hold } from './hold.ts';
import { nextStep } from './rules/next-step.ts';
import { adopt, answerLost, markSent, withSent } from './rules/transitions.ts';
import type { SystemDocument } from './system-of-record.ts';

/** How an attempt ended, short of a problem of the system or of the hold. */
export type Conclusion =
  | {
      readonly kind: 'settled';
      readonly nativeId: string;
      readonly number: string;
      readonly leftDrafts: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly until: Instant }
  | { readonly kind: 'person'; readonly reason: string };

export interface AttemptParts {
  readonly hold: Hold;
  readonly delivery: Delivery;
  readonly clock: Clock;
}

/**
 * Bring a claimed posting to its document in the system.
 * 1. After an earlier attempt, look what the system shows under our reference.
 * 2. Take the step that can never lead to a second document.
 * 3. Write down what is about to be done before it is done, so that a later attempt knows.
 * Problems: those of the system, and `posting-claimed-elsewhere` when the attempt is late.
 */
export async function attemptPosting(parts: AttemptParts): Promise<Result<Conclusion>> {
  const { hold, delivery, clock } = parts;
  const found = await lookUp(parts);
  if (!found.ok) return found;
  const step = nextStep(hold.posting, found.value, delivery.capabilities, clock.now());
  switch (step.kind) {
    case 'settle':
      return settled(step.document, step.leftDrafts);
    case 'confirm':
      return discardOthersAndConfirm(parts, step.document, step.others);
    case 'create':
      return create(parts);
    case 'wait':
      return ok({ kind: 'waiting', until: step.until });
    case 'refused':
    case 'person':
      return ok(step);
  }
}

async function lookUp({
  hold,
  delivery,
}: AttemptParts): Promise<Result<readonly SystemDocument[] | undefined>> {
  const isFirst = hold.posting.attempts === 1;
  if (isFirst || delivery.capabilities.repeats.create === 'none') return ok(undefined);
  return delivery.findByReference(hold.posting.reference);
}

/** Send it. Only an answer, whatever it says, takes the mark away again. */
async function create(parts: AttemptParts): Promise<Result<Conclusion>> {
  const { hold, delivery, clock } = parts;
  const delay = delivery.capabilities.longestCommitDelaySeconds;
  const before = hold.posting.sent;
  const marked = await hold.write((posting) => markSent(posting, clock.now(), delay));
  if (!marked.ok) return marked;

  const created = await delivery.createDraft(hold.posting.reference);
  if (!created.ok) {
    const lost = created.problem.code === 'outcome-unknown';
    const noted = await hold.write((posting) =>
      lost ? answerLost(withSent(posting, before), clock.now(), delay) : withSent(posting, before),
    );
    if (!noted.ok) return noted;
    if (created.problem.code !== 'system-refused') return created;
    return ok({ kind: 'refused', reason: created.problem.detail });
  }
  // Adopted in the same write that takes the mark away: whoever comes next knows of one or the other.
  const { nativeId, state } = created.value;
  const adopted = await hold.write((posting) => adopt(withSent(posting, before), nativeId));
  if (!adopted.ok) return adopted;
  return state === 'draft' ? confirm(parts, created.value) : settled(created.value, false);
}

/** Others go before the chosen one is confirmed: two must never be confirmable at once. */
async function discardOthersAndConfirm(
  parts: AttemptParts,
  chosen: Pick<SystemDocument, 'nativeId'>,
  others: readonly SystemDocument[],
): Promise<Result<Conclusion>> {
  for (const other of others) {
    const discarded = await parts.delivery.discardDraft(other.nativeId);
    if (!discarded.ok) return lookAgain(discarded.problem);
  }
  const adopted = await parts.hold.write((posting) => adopt(posting, chosen.nativeId));
  return adopted.ok ? confirm(parts, chosen) : adopted;
}

async function confirm(
  { delivery }: AttemptParts,
  draft: Pick<SystemDocument, 'nativeId'>,
): Promise<Result<Conclusion>> {
  const confirmed = await delivery.confirm(draft.nativeId);
  if (confirmed.ok) return settled(confirmed.value, false);
  if (confirmed.problem.code !== 'system-refused') return confirmed;

  // Refused for good. The draft goes before we let go of it: until then a late attempt may still confirm it.
  const discarded = await delivery.discardDraft(draft.nativeId);
  return discarded.ok
    ? ok({ kind: 'refused', reason: confirmed.problem.detail })
    : lookAgain(discarded.problem);
}

/** A draft that cannot be discarded has just been confirmed by someone: only a look-up tells. */
const lookAgain = (refusal: Problem): Failure =>
  fail(
    refusal.code === 'system-refused'
      ? problem('outcome-unknown', `A draft could not be discarded: ${refusal.detail}`)
      : refusal,
  );

function settled({ nativeId, number, state }: SystemDocument, leftDrafts: boolean): Result<Conclusion> {
  switch (state) {
    case 'confirmed':
      return ok({ kind: 'settled', nativeId, number: number ?? nativeId, leftDrafts });
    case 'cancelled':
      return ok({ kind: 'refused', reason: `${number ?? nativeId} is cancelled in the system.` });
    case 'draft':
      return fail(problem('outcome-unknown', `${nativeId} was confirmed but is still a draft.`));
  }
}
