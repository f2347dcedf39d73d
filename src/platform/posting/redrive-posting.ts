import type { Actor, CorrelationId } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import type { PostingStore } from './ports.ts';
import { effectId } from './reference.ts';
import { creationOf } from './schedule-posting.ts';

export interface Redrive {
  readonly purchaseOrderId: string;
  readonly actor: Actor;
  /** What was repaired, or what the person saw in the system. */
  readonly reason: string;
  readonly correlationId: CorrelationId;
}

export interface RedriveParts {
  readonly store: Pick<PostingStore, 'get'>;
  readonly records: Pick<Records, 'get' | 'commit'>;
}

/**
 * Post an order again after its cause was repaired. For a posting that needs a person it says: I looked in the
 * system, the order is not there.
 * 1. Only what waits for a repair can be redriven.
 * 2. Ask for the order once more, with who asked and why, in one commit; the event does the rest.
 * Problems: `not-found`, `state-not-allowed`, `record-changed`.
 */
export async function redrivePosting(
  { store, records }: RedriveParts,
  redrive: Redrive,
): Promise<Result<void>> {
  const { purchaseOrderId, actor, reason, correlationId } = redrive;
  const stored = await records.get('purchase-order', purchaseOrderId);
  if (!stored) return fail(problem('not-found', `There is no purchase order ${purchaseOrderId}.`));
  const { refusal: _repaired, ...order } = stored.body;
  const posting = await store.get(effectId(creationOf(order.system, purchaseOrderId)));
  if (!posting)
    return fail(problem('not-found', `Purchase order ${purchaseOrderId} was never to be posted.`));
  if (!waitsForRepair(posting)) {
    const detail = `The posting is ${posting.state.name}; only one that waits for a repair can be redriven.`;
    return fail(problem('state-not-allowed', detail));
  }
  const { system, supplierId, locationId, lines } = order;
  return records.commit({
    changes: [
      {
        type: 'purchase-order',
        id: purchaseOrderId,
        expect: stored.version,
        body: { ...order, state: 'requested' },
        events: [
          {
            name: 'purchase-order-requested',
            data: { purchaseOrderId, system, supplierId, locationId, lines: lines.length },
          },
        ],
      },
    ],
    correlationId: stored.correlationId,
    causationId: correlationId,
    audit: {
      actor,
      action: 'redrive-posting',
      target: { type: 'purchase-order', id: purchaseOrderId },
      reason,
    },
  });
}

/** A refusal that our order does not tell of yet is in the middle of being told. */
const waitsForRepair = ({ state }: Posting): boolean =>
  state.name === 'needs-person' || state.name === 'parked' || (state.name === 'refused' && state.recorded);
