import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodsReceiptsOf } from '#adapters/tryton/goods-receipt-source.ts';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import { syncGoodsReceipts } from '#business/purchasing/sync-goods-receipts.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { Posting } from '#platform/posting/model.ts';
import { type PostingParts, postDocument } from '#platform/posting/post-document.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { OrderInSystem } from '#platform/posting/system-of-record.ts';
import type { Wish } from '#platform/posting/wishes.ts';
import { anErpInvoice, anErpOrderChange } from '#test/builders/an-erp-invoice.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { receive } from '#test/builders/erp-happenings.ts';
import { type ErpLine, erpLine } from '#test/builders/erp-line.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
  type TestErp,
} from '#test/builders/seeded-erp.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import type { MemoryRecords } from '#test/doubles/memory-records.ts';

const correlationId = 'cor-tryton-posting';
/** Whatever takes effect loses its answer. */
const effects = /(purchase|amendment|invoice)\.(create|confirm|validate_amendment|post)$/;

let erp: TestErp;
let admin: Administrator;
let records: MemoryRecords;
let line: ErpLine;

beforeAll(async () => {
  erp = await seededErp();
  admin = administrator(erp);
  records = await syncedRecords(erp);
  line = await erpLine(erp.url, (method) => (effects.test(method) ? 'lose-answer' : 'pass'));
});
afterAll(() => line.close());

/** Posting on that line, with a clock that is moved on to when something is due. */
function postingOnBadLine() {
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
  const store = memoryPostings();
  const client = clientOf(erp, { url: line.url });
  const adapter = systemOn({ system: 'tryton', client, records, clock: systemClock });
  const parts: PostingParts = {
    ...{ store, loads: store.loads, records, clock, pause: async () => undefined },
    connect: async () => ({ ok: true, value: { adapter, callsPerSecond: 1000 } }),
  };
  const wakes = { wake: async () => undefined };
  return async (change: AnyChange, wish: Omit<Wish, 'documentId' | 'system'>): Promise<Posting> => {
    unwrap(await records.commit({ changes: [change], correlationId }));
    const asked = { ...wish, documentId: change.id, system: 'tryton', correlationId, sequence: 1 };
    const { effectId } = unwrap(await schedulePosting({ store, wakes, clock }, asked));
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const posting = unwrap(await postDocument(parts, effectId));
      if (posting.state.name === 'settled' && posting.state.recorded) return posting;
      ahead += 400_000;
    }
    throw new Error('it was not settled in ten attempts');
  };
}

const body = async <T extends 'purchase-order' | 'order-change' | 'invoice'>(type: T, id: string) => {
  const stored = await records.get(type, id);
  if (!stored) throw new Error(`there is no ${type} ${id}`);
  return stored.body;
};

const count = async (model: string, reference: string, field: string): Promise<number> =>
  (await admin.search(model, [[field, '=', reference]])).length;

describe('posting to the ERP over a line that loses every answer that matters', () => {
  it('[X2] [S6] [S7] ordered, amended, received and invoiced: each exists once, and our records say so', async () => {
    const post = postingOnBadLine();
    const order = anErpOrder();
    const created = await post(
      { type: 'purchase-order', id: order.id, expect: 'absent', body: order },
      { operation: 'create-purchase-order' },
    );
    expect(await count('purchase.purchase', created.reference, 'reference')).toBe(1);
    const confirmed: PurchaseOrder = await body('purchase-order', order.id);
    const nativeId = confirmed.identifiers[0]?.value ?? '';
    const known: OrderInSystem = { order: confirmed, nativeId };

    const change = anErpOrderChange(known);
    const amended = await post(
      { type: 'order-change', id: change.id, expect: 'absent', body: change },
      { operation: 'amend-purchase-order', laneId: order.id },
    );
    expect(await count('purchase.amendment', amended.reference, 'description')).toBe(1);
    expect(await body('order-change', change.id)).toMatchObject({ posting: 'posted' });

    const shipment = await receive(admin, Number(nativeId), 9);
    const source = goodsReceiptsOf('tryton', clientOf(erp));
    unwrap(await syncGoodsReceipts({ source, records, clock: systemClock }, { correlationId }));
    const native = { scheme: 'tryton:goods-receipt', value: String(shipment) };
    const receipt = await records.findByIdentifier('goods-receipt', native);
    expect(receipt?.body.lines[0]).toMatchObject({ purchaseOrderId: order.id, damaged: '0' });

    const invoice = anErpInvoice(known, '9');
    const booked = await post(
      { type: 'invoice', id: invoice.id, expect: 'absent', body: invoice },
      { operation: 'post-supplier-invoice' },
    );
    expect(await count('account.invoice', invoice.number, 'reference')).toBe(1);
    expect(await count('account.invoice', booked.reference, 'description')).toBe(1);
    expect(await body('invoice', invoice.id)).toMatchObject({ state: 'posted' });
  });
});
