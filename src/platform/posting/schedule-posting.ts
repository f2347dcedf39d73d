import type { Clock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import type { PostingStore, PostingWakes } from './ports.ts';
import { effectId, effectOf, type OperationName } from './reference.ts';
import { newPosting, reopen } from './rules/transitions.ts';

export interface PostingRequest {
  readonly operation: OperationName;
  /** The purchase order, order change or invoice. */
  readonly documentId: string;
  readonly system: string;
  /** The purchase order whose postings keep their order, where the document is not that order itself. */
  readonly laneId?: string;
  readonly correlationId: string;
  /** The sequence of the event that asks: only a newer one than the last asks for something new. */
  readonly sequence: number;
}

export interface SchedulingParts {
  readonly store: PostingStore;
  readonly wakes: PostingWakes;
  readonly clock: Clock;
}

/**
 * Take down that a document is to be posted, and wake the posting.
 * 1. The first request makes the posting; a repeated one finds it.
 * 2. A newer request after a refusal, or after a person looked, opens it again.
 * 3. A wake that is lost is repeated by the sweep of due postings.
 * Problem: `posting-claimed-elsewhere` when an attempt wrote in between; the request is then repeated.
 */
export async function schedulePosting(
  parts: SchedulingParts,
  request: PostingRequest,
): Promise<Result<Posting>> {
  const { store, wakes, clock } = parts;
  const { system, operation, documentId, laneId, correlationId, sequence } = request;
  const effect = effectOf(system, operation, documentId);
  const asked = { correlationId, sequence, at: clock.now(), ...(laneId !== undefined && { laneId }) };
  const wished = newPosting(effect, asked);
  if (await store.create(wished)) {
    await wakes.wake(wished);
    return ok(wished);
  }
  const existing = await store.get(effectId(effect));
  if (!existing) throw new Error(`posting ${wished.effectId} exists and cannot be read`);
  const opened = isAskedAgain(existing, sequence)
    ? await store.save(reopen(existing, sequence, clock.now()))
    : ok(existing);
  if (opened.ok) await wakes.wake(opened.value);
  return opened;
}

/** An attempt under way is not disturbed, and what is settled stays. */
const isAskedAgain = ({ state, requestSequence }: Posting, sequence: number): boolean =>
  sequence > requestSequence &&
  (state.name === 'refused' || state.name === 'needs-person' || state.name === 'parked');
