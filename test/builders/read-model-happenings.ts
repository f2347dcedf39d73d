import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';

interface Room {
  readonly records: Pick<Records, 'get'>;
  readonly clock: Clock;
  /** Commit changes; what it published, where that is known. */
  readonly commit: (...changes: readonly AnyChange[]) => Promise<readonly EventEnvelope[]>;
}
type Act = (room: Room, id: string) => Promise<readonly EventEnvelope[]>;

async function expected({ records }: Room, type: RecordType, id: string): Promise<'absent' | number> {
  return (await records.get(type, id))?.version ?? 'absent';
}

/** An exception as somebody finds it. */
export const exceptionIn = (
  id: string,
  openedAt: string,
  state: 'open' | 'claimed' | 'resolved',
): Extract<AnyChange, { type: 'exception' }>['body'] => ({
  id,
  kind: 'price-difference',
  owner: 'buyer',
  severity: 'medium',
  state,
  title: `The price of ${id} is another`,
  about: { supplierId: 'sup-1', orderNumber: 'PO-71' },
  evidence: [],
  actions: ['accept'],
  openedAt,
  dueAt: openedAt,
  comments: [],
  reopened: 0,
  ...(state === 'resolved' && {
    resolution: { action: 'accept' as const, by: 'buyer-1', at: openedAt, reason: 'agreed' },
  }),
});

const exception =
  (state: 'open' | 'claimed' | 'resolved', event: (id: string) => EventDraft): Act =>
  async (room, id) => {
    const known = await room.records.get('exception', id);
    const openedAt = state === 'open' ? room.clock.now() : (known?.body.openedAt ?? room.clock.now());
    const expect = await expected(room, 'exception', id);
    const body = exceptionIn(id, openedAt, state);
    return room.commit({ type: 'exception', id, expect, body, events: [event(id)] });
  };

const order =
  (state: 'requested' | 'refused' | 'confirmed', event: (id: string) => EventDraft): Act =>
  async (room, id) => {
    const expect = await expected(room, 'purchase-order', id);
    const body = aPurchaseOrder({ id, state, supplierId: 'sup-2' });
    return room.commit({ type: 'purchase-order', id, expect, body, events: [event(id)] });
  };

/** What may happen to an exception `ex-…` and to an order `po-…`, in any order. */
export const happenings = {
  exception: [
    exception('open', (exceptionId) => ({
      name: 'exception-opened',
      data: { exceptionId, kind: 'price-difference', owner: 'buyer' },
    })),
    exception('claimed', (exceptionId) => ({
      name: 'exception-changed',
      data: { exceptionId, what: 'claimed' },
    })),
    exception('resolved', (exceptionId) => ({
      name: 'exception-resolved',
      data: { exceptionId, kind: 'price-difference', action: 'accept', by: 'buyer-1' },
    })),
  ],
  order: [
    order('requested', (purchaseOrderId) => ({
      name: 'purchase-order-requested',
      data: { purchaseOrderId, system: 'tryton', supplierId: 'sup-2', locationId: 'HAM', lines: 1 },
    })),
    order('refused', (purchaseOrderId) => ({
      name: 'purchase-order-refused',
      data: { purchaseOrderId, system: 'tryton', reason: 'no such product' },
    })),
    order('confirmed', (purchaseOrderId) => ({
      name: 'purchase-order-created',
      data: { purchaseOrderId, system: 'tryton', number: `N-${purchaseOrderId}` },
    })),
  ],
} as const;
