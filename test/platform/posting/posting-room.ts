/** The posting room with everything outside in memory: records, postings, one system, a clock that tests move. */
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Posting } from '#platform/posting/model.ts';
import { type PostingParts, postDocument } from '#platform/posting/post-document.ts';
import { effectId, effectOf } from '#platform/posting/reference.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { DocumentCapabilities } from '#platform/posting/system-of-record.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { simulatedSystem } from '#test/doubles/simulated-system.ts';

export const correlationId = 'cor-00000001';

export interface RoomOptions {
  readonly capabilities?: DocumentCapabilities;
  readonly callsPerSecond?: number;
}

export function postingRoom({ capabilities, callsPerSecond = 1000 }: RoomOptions = {}) {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  const store = memoryPostings();
  const system = simulatedSystem({ clock, ...(capabilities && { capabilities }) });
  let queue: string[] = [];
  const wakes = { wake: async ({ effectId }: { effectId: string }) => void queue.push(effectId) };
  const parts: PostingParts = {
    store,
    loads: store.loads,
    records,
    connect: async () => ({ ok: true, value: { adapter: system, callsPerSecond } }),
    clock,
    pause: async (milliseconds) => void clock.advance(milliseconds),
  };

  const request = (id = 'po-1', sequence = 1) =>
    schedulePosting(
      { store, wakes, clock },
      { operation: 'create-purchase-order', documentId: id, system: 'tryton', correlationId, sequence },
    );
  /** Work the queue until it is empty. */
  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const [next, ...rest] = queue;
      queue = rest;
      if (next) unwrap(await postDocument(parts, next));
    }
  };
  return {
    ...{ clock, records, store, system, wakes, parts, request, work },
    /** Commit an order as `request-purchase-order` does, and ask for it. */
    async order(differing: Partial<PurchaseOrder> = {}): Promise<PurchaseOrder> {
      const order = aPurchaseOrder(differing);
      unwrap(
        await records.commit({
          changes: [{ type: 'purchase-order', id: order.id, expect: 'absent', body: order }],
          correlationId,
        }),
      );
      unwrap(await request(order.id));
      return order;
    },
    /** Let time pass with a sweep every minute, working what it wakes. */
    async pass(minutes: number): Promise<void> {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.advance(60_000);
        await wakeDuePostings({ store, wakes, clock });
        await work();
      }
    },
    async posting(id = 'po-1'): Promise<Posting> {
      const posting = await store.get(effectId(effectOf('tryton', 'create-purchase-order', id)));
      if (!posting) throw new Error(`no posting of ${id}`);
      return posting;
    },
    async purchaseOrder(id = 'po-1'): Promise<PurchaseOrder> {
      const stored = await records.get('purchase-order', id);
      if (!stored) throw new Error(`no purchase order ${id}`);
      return stored.body;
    },
    /** The events of purchase orders by name, in order. */
    events: () => records.published().map(({ type }) => type),
    count: (state: 'draft' | 'confirmed' | 'cancelled') =>
      system.orders().filter((order) => order.state === state).length,
  };
}
