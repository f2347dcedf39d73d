/** The posting room with everything outside in memory: records, postings, one system, a clock that tests move. */
import { connectSystems } from '#adapters/connect-systems.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, unwrap } from '#core/kernel/result.ts';
import type { Posting } from '#platform/posting/model.ts';
import { type PostingParts, postDocument } from '#platform/posting/post-document.ts';
import { effectId, effectOf, type OperationName } from '#platform/posting/reference.ts';
import { type PostingRequest, schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { DocumentCapabilities } from '#platform/posting/system-of-record.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { simulatedSystem } from '#test/doubles/simulated-system.ts';

export const correlationId = 'cor-00000001';

const tryton = {
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'http://erp.example/',
  database: 'erp',
  company: '1',
} as const;

export interface RoomOptions {
  readonly capabilities?: DocumentCapabilities;
  readonly callsPerSecond?: number;
}

export function postingRoom({ capabilities, callsPerSecond = 1000 }: RoomOptions = {}) {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  const store = memoryPostings();
  const system = simulatedSystem({ clock, ...(capabilities && { capabilities }) });
  const settings = memorySettings().put('system', { ...tryton, callsPerSecond }, 'tryton');
  let queue: string[] = [];
  const wakes = { wake: async ({ effectId }: { effectId: string }) => void queue.push(effectId) };
  const parts: PostingParts = {
    store,
    loads: store.loads,
    records,
    connect: connectSystems({
      ...{ settings, records, clock, credentialOf: async () => ok({ key: 'k' }) },
      factories: { tryton: () => system },
    }),
    clock,
    pause: async (milliseconds) => void clock.advance(milliseconds),
  };

  const schedule = (wish: Omit<PostingRequest, 'system' | 'correlationId'>) =>
    schedulePosting({ store, wakes, clock }, { ...wish, system: 'tryton', correlationId });
  const request = (id = 'po-1', sequence = 1) =>
    schedule({ operation: 'create-purchase-order', documentId: id, sequence });
  /** Work the queue until it is empty. */
  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const [next, ...rest] = queue;
      queue = rest;
      if (next) unwrap(await postDocument(parts, next));
    }
  };
  const ask = async (change: AnyChange, asked: Pick<PostingRequest, 'operation' | 'laneId'>) => {
    unwrap(await records.commit({ changes: [change], correlationId }));
    unwrap(await schedule({ ...asked, documentId: change.id, sequence: 1 }));
  };
  return {
    ...{ clock, records, settings, store, system, wakes, parts, schedule, request, work },
    /** Commit a change of an order as whoever decides it does, and ask for it. */
    async change(differing: Partial<OrderChangeRecord> = {}): Promise<OrderChangeRecord> {
      const body = anOrderChange(differing);
      const { id, purchaseOrderId: laneId } = body;
      const change = { type: 'order-change', id, expect: 'absent', body } as const;
      await ask(change, { operation: 'amend-purchase-order', laneId });
      return body;
    },
    /** Commit an invoice as the three-way match does, and ask for it. */
    async invoice(differing: Partial<Invoice> = {}): Promise<Invoice> {
      const body = aMatchedInvoice(differing);
      const change = { type: 'invoice', id: body.id, expect: 'absent', body } as const;
      await ask(change, { operation: 'post-supplier-invoice' });
      return body;
    },
    orderChange: async (id = 'oc-1') => (await records.get('order-change', id))?.body,
    bill: async (id = 'pd-1') => (await records.get('invoice', id))?.body,
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
    async posting(id = 'po-1', operation: OperationName = 'create-purchase-order'): Promise<Posting> {
      const posting = await store.get(effectId(effectOf('tryton', operation, id)));
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
