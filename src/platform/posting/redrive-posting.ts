import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import { operations } from './operations/operations.ts';
import type { PostingStore } from './ports.ts';
import { effectId, effectOf, type OperationName } from './reference.ts';

export interface Redrive {
  readonly operation: OperationName;
  /** The purchase order, order change or invoice. */
  readonly documentId: string;
  readonly actor: Actor;
  /** What was repaired, or what the person saw in the system. */
  readonly reason: string;
  readonly correlationId: CorrelationId;
}

export interface RedriveParts {
  readonly store: Pick<PostingStore, 'get'>;
  readonly records: Pick<Records, 'get' | 'list' | 'commit'>;
}

/**
 * Post a document again after its cause was repaired. For a posting that needs a person it says: I looked in the
 * system, it is not there.
 * 1. Only what waits for a repair can be redriven.
 * 2. Ask for it once more, with who asked and why, in one commit; the event does the rest.
 * Problems: `not-found`, `state-not-allowed`, `record-changed`.
 */
export async function redrivePosting(
  { store, records }: RedriveParts,
  { operation, documentId, actor, reason, correlationId }: Redrive,
): Promise<Result<void>> {
  const { recordType, again } = operations[operation];
  const asked = await again(records, documentId);
  if (!asked.ok) return asked;
  const { system, change } = asked.value;
  const posting = await store.get(effectId(effectOf(system, operation, documentId)));
  if (!posting) return fail(problem('not-found', `The ${recordType} ${documentId} was never to be posted.`));
  if (!waitsForRepair(posting)) {
    const detail = `The posting is ${posting.state.name}; only one that waits for a repair can be redriven.`;
    return fail(problem('state-not-allowed', detail));
  }
  return records.commit({
    changes: [change],
    correlationId: asked.value.correlationId,
    causationId: correlationId,
    audit: { actor, action: 'redrive-posting', target: { type: recordType, id: documentId }, reason },
  });
}

/**
 * A refusal that our record does not tell of yet is in the middle of being told. What is parked goes on by itself;
 * and who redrives it has not looked in the system, which counts should it need a person by then.
 */
const waitsForRepair = ({ state }: Posting): boolean =>
  state.name === 'needs-person' || (state.name === 'refused' && state.recorded);
