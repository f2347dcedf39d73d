import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Commit, Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { Posting } from './model.ts';
import type { PostingStore } from './ports.ts';
import type { Over } from './rules/transitions.ts';

export interface RecordingParts {
  readonly records: Pick<Records, 'get' | 'commit'>;
  readonly store: Pick<PostingStore, 'get'>;
}

/**
 * Let our purchase order say what became of it in the system, with the event that says so. Doing it again changes
 * nothing, and who is late records nothing. `given`: what a person's decision adds. Problems: `not-found`, and what the commit says.
 */
export const recordOutcome = (
  { records, store }: RecordingParts,
  posting: Posting,
  outcome: Over,
  given: Partial<Pick<Commit, 'causationId' | 'audit'>> = {},
): Promise<Result<void>> =>
  decideAgain(async () => {
    const stored = await records.get('purchase-order', posting.documentId);
    if (!stored) return fail(problem('not-found', `There is no purchase order ${posting.documentId}.`));
    const change =
      outcome.name === 'settled'
        ? confirmation(stored.body, posting, outcome)
        : refusal(stored.body, posting, outcome);
    if (!change) return ok(undefined);
    // Read after the order: if someone has recorded this and asked for the order anew since, that is seen here.
    const current = await store.get(posting.effectId);
    if (current?.fence !== posting.fence) return ok(undefined);
    const { id, version } = stored;
    const { body, event } = change;
    return records.commit({
      changes: [{ type: 'purchase-order', id, expect: version, body, events: [event] }],
      correlationId: posting.correlationId,
      causationId: `posting/${posting.effectId}`,
      ...given,
    });
  });

interface OrderChange {
  readonly body: PurchaseOrder;
  readonly event: EventDraft;
}

function confirmation(
  order: PurchaseOrder,
  { system }: Posting,
  { nativeId, number }: Extract<Over, { name: 'settled' }>,
): OrderChange | undefined {
  const scheme = `${system}:purchase-order`;
  const isKnown = order.identifiers.some((known) => known.scheme === scheme && known.value === nativeId);
  // Whoever made the identifier known may have moved the order on since: received, even cancelled.
  if (isKnown) return undefined;
  const { refusal: _overcome, ...rest } = order;
  return {
    body: {
      ...rest,
      state: 'confirmed',
      number,
      identifiers: [...order.identifiers, { scheme, value: nativeId }],
    },
    event: { name: 'purchase-order-created', data: { purchaseOrderId: order.id, system, number } },
  };
}

function refusal(
  order: PurchaseOrder,
  { system }: Posting,
  { reason }: Extract<Over, { name: 'refused' }>,
): OrderChange | undefined {
  const isOpenWish = order.state === 'requested';
  if (!isOpenWish) return undefined;
  return {
    body: { ...order, state: 'refused', refusal: reason },
    event: { name: 'purchase-order-refused', data: { purchaseOrderId: order.id, system, reason } },
  };
}
