import { decideAgain } from '#core/kernel/decide-again.ts';
import type { Commit, Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import { operations } from './operations/operations.ts';
import type { PostingStore } from './ports.ts';
import type { Over } from './rules/transitions.ts';

export interface RecordingParts {
  readonly records: Pick<Records, 'get' | 'commit'>;
  readonly store: Pick<PostingStore, 'get'>;
}

/**
 * Let our record say what became of it in the system, with the event that says so. Doing it again changes nothing,
 * and who is late records nothing. `given`: what a person's decision adds. Problems: `not-found`, and what the
 * commit says.
 */
export const recordOutcome = (
  { records, store }: RecordingParts,
  posting: Posting,
  outcome: Over,
  given: Partial<Pick<Commit, 'causationId' | 'audit'>> = {},
): Promise<Result<void>> =>
  decideAgain(async () => {
    const decided = await operations[posting.operation].outcome(records, posting, outcome);
    if (!decided.ok || !decided.value) return decided.ok ? ok(undefined) : decided;
    // Read after the record: if someone has recorded this and asked for it anew since, that is seen here.
    const current = await store.get(posting.effectId);
    if (current?.fence !== posting.fence) return ok(undefined);
    return records.commit({
      changes: [decided.value],
      correlationId: posting.correlationId,
      causationId: `posting/${posting.effectId}`,
      ...given,
    });
  });
