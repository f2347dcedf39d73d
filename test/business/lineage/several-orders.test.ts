import { describe, expect, it } from 'vitest';
import { traceLineage } from '#business/lineage/trace.ts';
import type { TracedType } from '#core/canonical/lineage.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { effectOf } from '#platform/posting/reference.ts';
import { newPosting } from '#platform/posting/rules/transitions.ts';
import { aLedger } from '#test/builders/a-ledger.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { tracing } from '#test/builders/whole-story.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';

describe('several orders, and orders of others', () => {
  const putAll = async (records: MemoryRecords, ...changes: AnyChange[]) =>
    unwrap(await records.commit({ changes, correlationId: 'cor-00000001' }));
  const ordered = async (records: MemoryRecords, id: string, invoiceId: string) => {
    const order = aPurchaseOrder({ id, state: 'confirmed', origin: 'system', number: `PO-${id}` });
    const ledger = aLedger({ ...order }, { id, identifiers: [], orderNumber: `PO-${id}` });
    const invoiced = [{ invoiceId, quantity: '480', amount: '60' }];
    const body = { ...ledger, lines: ledger.lines.map((line) => ({ ...line, invoiced })) };
    await putAll(
      records,
      { type: 'purchase-order', id, expect: 'absent', body: order },
      { type: 'order-ledger', id, expect: 'absent', body },
    );
  };

  it('[O1] one invoice of two orders leads to both, and each of them to it', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    const [line] = aMatchedInvoice().lines;
    if (!line) throw new Error('an invoice has a line');
    const lines = ['po-1', 'po-2'].map((purchaseOrderId) => ({ ...line, purchaseOrderId }));
    const body = aMatchedInvoice({ lines });
    await putAll(records, { type: 'invoice', id: body.id, expect: 'absent', body });
    for (const id of ['po-1', 'po-2']) await ordered(records, id, body.id);
    const trace = async (type: TracedType, id: string) =>
      unwrap(await traceLineage(tracing(records), { type, id })).nodes;
    const orders = (await trace('invoice', body.id)).filter(({ station }) => station === 'order');
    expect(orders.map(({ title }) => title)).toEqual(['Order PO-po-1', 'Order PO-po-2']);
    const own = await trace('purchase-order', 'po-2');
    expect(own.filter(({ station }) => station === 'order')).toHaveLength(1);
    expect(own.filter(({ station }) => station === 'invoice')).toHaveLength(1);
  });

  it('[O1] an order that its own system made has no plan and no posting', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await ordered(records, 'po-1', 'pd-none');
    const type = 'purchase-order';
    const { nodes } = unwrap(await traceLineage(tracing(records), { type, id: 'po-1' }));
    expect(nodes.map(({ station, awaited }) => [station, awaited])).toEqual([
      ['order', false],
      ['order-sent', true],
      ['answer', true],
      ['receipt', true],
    ]);
  });

  it('[O1] what a buyer changed is posted beside the order, and told to the supplier', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await ordered(records, 'po-1', 'pd-none');
    const change = anOrderChange({ purchaseOrderId: 'po-1', sequence: 3 });
    await putAll(records, { type: 'order-change', id: change.id, expect: 'absent', body: change });
    const postings = memoryPostings();
    const effect = effectOf('tryton', 'amend-purchase-order', change.id);
    const wish = { correlationId: 'cor-00000001', sequence: 1, at: '2026-11-23T08:00:00.000Z' };
    await postings.create(newPosting(effect, wish));
    const order = { type: 'purchase-order', id: 'po-1' } as const;
    const { nodes, edges } = unwrap(await traceLineage(tracing(records, postings), order));
    const posting = nodes.find(({ station }) => station === 'posting');
    expect(posting).toMatchObject({ title: 'Change 3 in tryton', state: 'pending' });
    expect(edges).toContainEqual({ from: 'purchase-order/po-1', to: posting?.id });
  });
});
