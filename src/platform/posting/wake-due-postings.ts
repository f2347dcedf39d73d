import type { Clock } from '#core/kernel/clock.ts';
import type { PostingStore, PostingWakes } from './ports.ts';

export interface SweepParts {
  readonly store: Pick<PostingStore, 'due'>;
  readonly wakes: PostingWakes;
  readonly clock: Clock;
}

/** As many as one run wakes; the rest is due in the next one. */
const LIMIT = 1000;

/**
 * Wake every posting whose time has come, the longest due first: parked, unknown, abandoned in a crash, or over but
 * not told. Answers how many.
 */
export async function wakeDuePostings({ store, wakes, clock }: SweepParts): Promise<number> {
  const due = await store.due(clock.now(), LIMIT);
  for (const posting of due) await wakes.wake(posting);
  return due.length;
}
