import type { Clock } from '#core/kernel/clock.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { takeTurn } from './back-pressure.ts';
import type { Posting } from './model.ts';
import { operations } from './operations/operations.ts';
import type { ConnectSystem, Pause, PostingStore, SystemLoads } from './ports.ts';
import { recordOutcome } from './record-outcome.ts';
import { later } from './rules/backoff.ts';
import { againAt, type Over, recorded, tidied } from './rules/transitions.ts';

export interface CompletionParts {
  readonly store: Pick<PostingStore, 'get' | 'save'>;
  readonly loads: SystemLoads;
  readonly records: Pick<Records, 'get' | 'commit'>;
  readonly connect: ConnectSystem;
  readonly clock: Clock;
  readonly pause: Pause;
}

type OverPosting = Posting & { readonly state: Over };

/** The system has had its last word. */
export const isOver = (posting: Posting): posting is OverPosting =>
  posting.state.name === 'settled' || posting.state.name === 'refused';

/** Time until what could not be completed is tried again. */
const AGAIN_SECONDS = 60;

/**
 * Do what is left of a posting whose outcome is known: let our record say so, then remove the drafts that
 * lost answers may have left in the system. Safe to do again after a crash anywhere.
 * Problems: what the commit says; it is tried again later all the same.
 */
export async function completePosting(
  parts: CompletionParts,
  posting: OverPosting,
): Promise<Result<Posting>> {
  const { store, clock } = parts;
  const { state } = posting;
  if (state.dueAt === undefined || state.dueAt > clock.now()) return ok(posting);
  if (state.recorded) return removeLeftDrafts(parts, posting);

  const told = await recordOutcome(parts, posting, state);
  const next = told.ok
    ? recorded(posting, state, clock.now())
    : againAt(posting, state, later(clock.now(), AGAIN_SECONDS));
  const saved = await store.save(next);
  if (!told.ok) return told;
  return saved.ok ? saved : ok(posting);
}

async function removeLeftDrafts(parts: CompletionParts, posting: OverPosting): Promise<Result<Posting>> {
  const { store, clock } = parts;
  const removed = await tryToRemove(parts, posting);
  const again = later(
    clock.now(),
    Math.max(AGAIN_SECONDS, (!removed.ok && removed.problem.retryAfterSeconds) || 0),
  );
  const next = removed.ok ? tidied(posting, posting.state) : againAt(posting, posting.state, again);
  const saved = await store.save(next);
  return saved.ok ? saved : ok(posting);
}

async function tryToRemove(
  parts: CompletionParts,
  { system, operation, reference }: Posting,
): Promise<Result<void>> {
  const connected = await parts.connect(system);
  if (!connected.ok) return connected;
  const { adapter, callsPerSecond } = connected.value;
  const turn = await takeTurn(parts, system, callsPerSecond, 2);
  if (turn.kind === 'closed') return fail(closedProblem(turn.because));
  const port = operations[operation].portOf(adapter);
  const found = await port.findByReference(reference);
  if (!found.ok) return found;
  for (const { state, nativeId } of found.value) {
    if (state !== 'draft') continue;
    const discarded = await port.discardDraft(nativeId);
    if (!discarded.ok) return discarded;
  }
  return ok(undefined);
}

const closedProblem = ({ code, detail }: Pick<Problem, 'code' | 'detail'>): Problem => problem(code, detail);
