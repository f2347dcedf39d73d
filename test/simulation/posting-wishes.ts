/** What others commit so that something is posted, as they commit it. */
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { invoiceMatched } from '#events/invoice-matched/v1.ts';
import { orderChangeRequested } from '#events/order-change-requested/v1.ts';
import { purchaseOrderRequested } from '#events/purchase-order-requested/v1.ts';
import { type Wish, wishes } from '#platform/posting/wishes.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import type { StoryOrder } from './posting-story.ts';

const correlationId = 'cor-00000001';

const commit = async (records: Pick<Records, 'commit'>, change: AnyChange): Promise<void> =>
  unwrap(await records.commit({ changes: [change], correlationId }));

/** As `request-purchase-order` does. */
export const requestOrder = (records: Records, id: string): Promise<void> => {
  const data = { purchaseOrderId: id, system: 'tryton', supplierId: 'S1', locationId: 'HAM', lines: 1 };
  const events = [{ name: 'purchase-order-requested', data } as const];
  return commit(records, {
    type: 'purchase-order',
    id,
    expect: 'absent',
    body: aPurchaseOrder({ id }),
    events,
  });
};

/** What the first line is for after a change. */
export const quantityAfter = (sequence: number): string => String(480 + sequence);

/** As whoever decides a change does. */
export const requestChange = (records: Records, order: StoryOrder, sequence: number): Promise<void> => {
  const id = order.changes[sequence - 1]?.id ?? '';
  const quantity = { value: quantityAfter(sequence), unit: 'EA' } as const;
  const line = { action: 'change', lineNumber: 1, itemId: 'I1', quantity } as const;
  const body = anOrderChange({ id, purchaseOrderId: order.id, sequence, lines: [line] });
  const { system, posting, telling } = body;
  const data = { orderChangeId: id, purchaseOrderId: order.id, system, posting, telling };
  const events = [{ name: 'order-change-requested', data } as const];
  return commit(records, { type: 'order-change', id, expect: 'absent', body, events });
};

/** As the three-way match does. */
export const requestInvoice = (records: Records, order: StoryOrder, n: number): Promise<void> => {
  const id = order.invoices[n]?.id ?? '';
  const [line] = aMatchedInvoice().lines;
  const lines = line ? [{ ...line, purchaseOrderId: order.id }] : [];
  const events = [{ name: 'invoice-matched', data: { invoiceId: id, system: 'tryton' } } as const];
  const body = aMatchedInvoice({ id, number: `INV-${id}`, lines });
  return commit(records, { type: 'invoice', id, expect: 'absent', body, events });
};

/** What an event asks posting for, as `schedule-posting` reads it; undefined when for nothing. */
export function askedBy(type: string, data: unknown): Wish | undefined {
  switch (type) {
    case 'crossdock.purchase-order-requested.v1':
      return wishes['purchase-order-requested'](purchaseOrderRequested.data.parse(data));
    case 'crossdock.order-change-requested.v1':
      return wishes['order-change-requested'](orderChangeRequested.data.parse(data));
    case 'crossdock.invoice-matched.v1':
      return wishes['invoice-matched'](invoiceMatched.data.parse(data));
    default:
      return undefined;
  }
}
