import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { type Failure, fail, ok, type Result } from '#core/kernel/result.ts';
import type { Hold } from './hold.ts';
import { nextStep } from './rules/next-step.ts';
import { adopt, answerLost, markSent, withSent } from './rules/transitions.ts';
import type { SystemOfRecord, SystemOrder } from './system-of-record.ts';

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
  readonly system: SystemOfRecord;
  readonly clock: Clock;
}

/**
 * Bring a claimed posting to its order.
 * 1. After an earlier attempt, look what the system shows under our reference.
 * 2. Take the step that can never lead to a second order.
 * 3. Write down what is about to be done before it is done, so that a later attempt knows.
 * Problems: those of the system, and `posting-claimed-elsewhere` when the attempt is late.
 */
export async function attemptPosting(parts: AttemptParts, order: PurchaseOrder): Promise<Result<Conclusion>> {
  const { hold, system, clock } = parts;
  const found = await lookUp(parts);
  if (!found.ok) return found;
  const step = nextStep(hold.posting, found.value, system.capabilities, clock.now());
  switch (step.kind) {
    case 'settle':
      return settled(step.order, step.leftDrafts);
    case 'confirm':
      return discardOthersAndConfirm(parts, step.order, step.others);
    case 'create':
      return create(parts, order);
    case 'wait':
      return ok({ kind: 'waiting', until: step.until });
    case 'refused':
    case 'person':
      return ok(step);
  }
}

async function lookUp({ hold, system }: AttemptParts): Promise<Result<readonly SystemOrder[] | undefined>> {
  const isFirst = hold.posting.attempts === 1;
  if (isFirst || system.capabilities.repeats.create === 'none') return ok(undefined);
  return system.findByReference(hold.posting.reference);
}

/** Send it. Only an answer, whatever it says, takes the mark away again. */
async function create(parts: AttemptParts, order: PurchaseOrder): Promise<Result<Conclusion>> {
  const { hold, system, clock } = parts;
  const delay = system.capabilities.longestCommitDelaySeconds;
  const before = hold.posting.sent;
  const marked = await hold.write((posting) => markSent(posting, clock.now(), delay));
  if (!marked.ok) return marked;

  const created = await system.createDraft(order, hold.posting.reference);
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
  chosen: Pick<SystemOrder, 'nativeId'>,
  others: readonly SystemOrder[],
): Promise<Result<Conclusion>> {
  for (const other of others) {
    const discarded = await parts.system.discardDraft(other.nativeId);
    if (!discarded.ok) return lookAgain(discarded.problem);
  }
  const adopted = await parts.hold.write((posting) => adopt(posting, chosen.nativeId));
  return adopted.ok ? confirm(parts, chosen) : adopted;
}

async function confirm(
  { system }: AttemptParts,
  draft: Pick<SystemOrder, 'nativeId'>,
): Promise<Result<Conclusion>> {
  const confirmed = await system.confirm(draft.nativeId);
  if (confirmed.ok) return settled(confirmed.value, false);
  if (confirmed.problem.code !== 'system-refused') return confirmed;

  // Refused for good. The draft goes before we let go of it: until then a late attempt may still confirm it.
  const discarded = await system.discardDraft(draft.nativeId);
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

function settled({ nativeId, number, state }: SystemOrder, leftDrafts: boolean): Result<Conclusion> {
  switch (state) {
    case 'confirmed':
      return ok({ kind: 'settled', nativeId, number: number ?? nativeId, leftDrafts });
    case 'cancelled':
      return ok({ kind: 'refused', reason: `The order ${number ?? nativeId} is cancelled in the system.` });
    case 'draft':
      return fail(problem('outcome-unknown', `Order ${nativeId} was confirmed but is still a draft.`));
  }
}
