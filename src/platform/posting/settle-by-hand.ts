import type { Clock } from '#core/kernel/clock.ts';
import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import { operations } from './operations/operations.ts';
import type { ConnectSystem, PostingStore } from './ports.ts';
import { recordOutcome } from './record-outcome.ts';
import { recorded, settle } from './rules/transitions.ts';

export interface HandSettlement {
  readonly effectId: string;
  /** The document the person found in the system. */
  readonly nativeId: string;
  readonly actor: Actor;
  readonly reason: string;
  readonly correlationId: CorrelationId;
}

export interface HandSettlementParts {
  readonly store: Pick<PostingStore, 'get' | 'save'>;
  readonly records: Pick<Records, 'get' | 'commit'>;
  readonly connect: ConnectSystem;
  readonly clock: Clock;
}

/**
 * Settle a posting that needs a person with the document that the person found.
 * 1. Only what waits for a person is settled by hand.
 * 2. The system must hold that document, in effect and under our reference.
 * 3. Let our record say so, with who settled it and why; then the posting.
 * Problems: `not-found`, `state-not-allowed`, `posting-claimed-elsewhere`, those of the system and of the commit.
 */
export async function settleByHand(
  { store, records, connect, clock }: HandSettlementParts,
  { effectId, nativeId, actor, reason, correlationId }: HandSettlement,
): Promise<Result<Posting>> {
  const posting = await store.get(effectId);
  if (!posting) return fail(problem('not-found', `There is no posting ${effectId}.`));
  if (posting.state.name !== 'needs-person') {
    return fail(problem('state-not-allowed', `The posting is ${posting.state.name}; it needs no person.`));
  }
  const connected = await connect(posting.system);
  if (!connected.ok) return connected;
  const { portOf, recordType } = operations[posting.operation];
  const read = await portOf(connected.value.adapter).read(nativeId);
  if (!read.ok) return read;
  const seen = read.value;
  if (seen?.reference !== posting.reference || seen.state !== 'confirmed') {
    const wanted = `${posting.system} holds nothing confirmed as ${nativeId} under ${posting.reference}.`;
    return fail(problem('not-found', wanted));
  }
  const known = { nativeId, number: seen.number ?? nativeId, leftDrafts: false };
  const settled = settle(posting, known, clock.now());
  const told = await recordOutcome({ records, store }, posting, settled.state, {
    causationId: correlationId,
    audit: {
      actor,
      action: 'settle-posting',
      target: { type: recordType, id: posting.documentId },
      reason,
    },
  });
  return told.ok ? store.save(recorded(settled, settled.state, clock.now())) : told;
}
