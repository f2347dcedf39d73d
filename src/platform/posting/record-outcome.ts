import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { Posting, PostingState } from './model.ts';

type Outcome = Extract<PostingState, { name: 'settled' | 'refused' }>;

/** Deciding again after someone else's change of the order; more often than that means something is wrong. */
const DECISIONS = 5;

/**
 * Let our purchase order say what became of it in the system, with the event that says so. Doing it again changes
 * nothing. Problems: `not-found`, and what the commit says.
 */
export async function recordOutcome(
  records: Pick<Records, 'get' | 'commit'>,
  posting: Posting,
  outcome: Outcome,
): Promise<Result<void>> {
  for (let decision = 1; ; decision += 1) {
    const stored = await records.get('purchase-order', posting.documentId);
    if (!stored) return fail(problem('not-found', `There is no purchase order ${posting.documentId}.`));
    const change =
      outcome.name === 'settled'
        ? confirmation(stored.body, posting, outcome)
        : refusal(stored.body, posting, outcome);
    if (!change) return ok(undefined);
    const committed = await records.commit({
      changes: [
        {
          type: 'purchase-order',
          id: stored.id,
          expect: stored.version,
          body: change.body,
          events: [change.event],
        },
      ],
      correlationId: posting.correlationId,
      causationId: `posting/${posting.effectId}`,
    });
    if (committed.ok || committed.problem.code !== 'record-changed' || decision === DECISIONS)
      return committed;
  }
}

interface OrderChange {
  readonly body: PurchaseOrder;
  readonly event: EventDraft;
}

function confirmation(
  order: PurchaseOrder,
  { system }: Posting,
  { nativeId, number }: Extract<Outcome, { name: 'settled' }>,
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
  { reason }: Extract<Outcome, { name: 'refused' }>,
): OrderChange | undefined {
  const isOpenWish = order.state === 'requested';
  if (!isOpenWish) return undefined;
  return {
    body: { ...order, state: 'refused', refusal: reason },
    event: { name: 'purchase-order-refused', data: { purchaseOrderId: order.id, system, reason } },
  };
}
