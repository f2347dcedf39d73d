import { randomUUID } from 'node:crypto';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { decimalText, micros, multiply } from '#core/kernel/decimal.ts';
import type { OrderInSystem } from '#platform/posting/system-of-record.ts';
import { aMatchedInvoice } from './a-matched-invoice.ts';
import { anOrderChange } from './an-order-change.ts';

function firstLine({ order }: OrderInSystem) {
  const [line] = order.lines;
  if (!line) throw new Error('the order has a line');
  return line;
}

/** A change of the first line of an order in the ERP to 12. */
export function anErpOrderChange(
  of: OrderInSystem,
  differing: Partial<OrderChangeRecord> = {},
): OrderChangeRecord {
  const { lineNumber, itemId, quantity } = firstLine(of);
  const line = { action: 'change', lineNumber, itemId, quantity: { ...quantity, value: '12' } } as const;
  const id = `oc-${randomUUID()}`;
  return anOrderChange({ id, purchaseOrderId: of.order.id, lines: [line], ...differing });
}

/** An invoice of so many of the first line of an order in the ERP. */
export function anErpInvoice(of: OrderInSystem, count: string, differing: Partial<Invoice> = {}): Invoice {
  const { lineNumber, itemId, quantity, price } = firstLine(of);
  const amount = decimalText(multiply(micros(count), micros(price.amount)));
  return aMatchedInvoice({
    id: `pd-${randomUUID()}`,
    number: `INV-${randomUUID().slice(0, 8)}`,
    supplierId: of.order.supplierId,
    issuedOn: dateOfInstant(systemClock.now()),
    currency: 'USD',
    total: amount,
    lines: [
      {
        ...{ stated: '1', purchaseOrderId: of.order.id, lineNumber, itemId, price, amount },
        ...{ quantity: { ...quantity, value: count }, verdict: 'matched' },
      },
    ],
    ...differing,
  });
}
