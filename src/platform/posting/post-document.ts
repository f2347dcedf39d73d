import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { attemptPosting, type Conclusion } from './attempt.ts';
import { reportTurn, takeTurn } from './back-pressure.ts';
import { completePosting, isOver } from './complete-posting.ts';
import type { Delivery } from './delivery.ts';
import { holdOn } from './hold.ts';
import type { Posting } from './model.ts';
import { operations } from './operations/operations.ts';
import type { ConnectSystem, Pause, PostingStore, SystemLoads } from './ports.ts';
import { backoffSeconds, later } from './rules/backoff.ts';
import * as become from './rules/transitions.ts';

export interface PostingParts {
  readonly store: PostingStore;
  readonly loads: SystemLoads;
  readonly records: Pick<Records, 'get' | 'list' | 'commit'>;
  readonly connect: ConnectSystem;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** A first attempt creates and confirms; a later one may look up and discard besides. */
const CALLS = { first: 2, later: 4 } as const;
/** How long a posting waits before it looks again whether what it needs is there. */
const NOT_READY_SECONDS = 60;

/**
 * Bring one posting as far as it gets now. A message wakes it; any number of messages does no harm.
 * 1. Leave alone what is not due, held by another attempt, or waits for a predecessor or a person.
 * 2. Wait for a turn at the system; park while it is closed, without a call.
 * 3. Claim, attempt, and write down how it ended.
 * 4. Let our record say the same; a wake after a crash does what is left of this.
 * Answers the posting as it then stands. Problem: `not-found` when the effect or its document is unknown (poison).
 */
export async function postDocument(parts: PostingParts, effectId: string): Promise<Result<Posting>> {
  const { store, records, clock, connect } = parts;
  const posting = await store.get(effectId);
  if (!posting) return fail(problem('not-found', `There is no posting ${effectId}.`));
  if (isOver(posting)) return completePosting(parts, posting);
  if (!become.isClaimable(posting, clock.now())) return ok(posting);

  const prepared = await operations[posting.operation].prepare(records, posting);
  if (!prepared.ok) return prepared;
  const { waitsFor, deliveryTo } = prepared.value;
  const predecessor = waitsFor ?? (await unsettledPredecessor(store, posting));
  const connected = predecessor ? fail(predecessor) : await connect(posting.system);
  if (!connected.ok) return park(parts, posting, connected.problem, again(connected.problem, clock.now()));

  const calls = posting.attempts === 0 ? CALLS.first : CALLS.later;
  const { adapter, callsPerSecond } = connected.value;
  const turn = await takeTurn(parts, posting.system, callsPerSecond, calls);
  if (turn.kind === 'closed') return park(parts, posting, turn.because, new Date(turn.until).toISOString());
  const claimed = await store.save(become.claim(posting, clock.now()));
  return claimed.ok
    ? attemptAndConclude(parts, claimed.value, deliveryTo(adapter), turn.startedAt)
    : ok(posting);
}

async function attemptAndConclude(
  parts: PostingParts,
  claimed: Posting,
  delivery: Delivery,
  startedAt: number,
): Promise<Result<Posting>> {
  const { store, clock } = parts;
  const hold = holdOn(store, claimed);
  const ended = await attemptPosting({ hold, delivery, clock });
  await reportTurn(parts, claimed.system, startedAt, ended.ok ? undefined : ended.problem);
  const written = await hold.write((posting) =>
    ended.ok
      ? conclude(posting, ended.value, clock.now())
      : afterProblem(posting, ended.problem, clock.now()),
  );
  // Late: whoever holds it now goes on from what is written.
  if (!written.ok) return ok(hold.posting);
  return isOver(written.value) ? completePosting(parts, written.value) : written;
}

function conclude(posting: Posting, conclusion: Conclusion, now: Instant): Posting {
  switch (conclusion.kind) {
    case 'settled':
      return become.settle(posting, conclusion, now);
    case 'refused':
      return become.refuse(posting, conclusion.reason, now);
    case 'waiting':
      return become.becomeUnknown(posting, now, conclusion.until);
    case 'person':
      return become.askPerson(posting, conclusion.reason);
  }
}

function afterProblem(posting: Posting, because: Problem, now: Instant): Posting {
  return because.code === 'outcome-unknown'
    ? become.becomeUnknown(posting, now, posting.sent?.mayCommitUntil)
    : become.park(posting, later(now, secondsAfter(because, posting.attempts)), because);
}

/** A locked account stays locked for as long as we keep knocking. */
const CREDENTIALS_SECONDS = 900;

const secondsAfter = (because: Problem, attempts: number): number =>
  because.code === 'system-credentials'
    ? CREDENTIALS_SECONDS
    : Math.max(because.retryAfterSeconds ?? 0, backoffSeconds(attempts));

/** When to look again whether what it needs is there. */
const again = ({ retryAfterSeconds = NOT_READY_SECONDS }: Problem, now: Instant): Instant =>
  later(now, retryAfterSeconds);

/** Parked without a claim: nothing was tried, so nothing is counted. */
async function park(
  { store }: PostingParts,
  posting: Posting,
  because: Pick<Problem, 'code' | 'detail'>,
  until: Instant,
): Promise<Result<Posting>> {
  const parked = await store.save(become.park(posting, until, because));
  return parked.ok ? parked : ok(posting);
}

/** A later revision of a document goes out only after the earlier ones are in the system. */
async function unsettledPredecessor(
  store: Pick<PostingStore, 'byDocument'>,
  { documentId, system, revision }: Posting,
): Promise<Problem | undefined> {
  if (revision === 1) return undefined;
  const earlier = (await store.byDocument(documentId)).filter(
    (other) => other.system === system && other.revision < revision && other.state.name !== 'settled',
  );
  const [first] = earlier;
  return first && problem('posting-waits', `Revision ${first.revision} of ${documentId} is not settled yet.`);
}
