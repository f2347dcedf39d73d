import { randomUUID } from 'node:crypto';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { addDays, dateOfInstant } from '#core/kernel/dates.ts';
import { decimalText, micros, multiply, ONE } from '#core/kernel/decimal.ts';
import { content } from './seeded-erp.ts';

/** An order of two items of one supplier to the first location, such as replenishment makes it. */
export function anErpOrder(differing: Partial<PurchaseOrder> = {}): PurchaseOrder {
  const supplierId = content.suppliers[0]?.code ?? '';
  const items = content.items.filter((item) => item.supplier === supplierId && item.status === 'active');
  const lines = items.slice(0, 2).map((item, index): PurchaseOrderLine => {
    const unit = item.holds > 1 ? 'XCS' : 'EA';
    const base = decimalText(multiply(micros('10'), BigInt(item.holds) * ONE));
    return {
      lineNumber: index + 1,
      itemId: item.code,
      quantity: { value: '10', unit },
      baseQuantity: { value: base, unit: 'EA' },
      openQuantity: base,
      price: {
        amount: (item.cents / 100).toFixed(2).replace(/\.?0+$/, ''),
        currency: 'USD',
        per: { value: '1', unit },
      },
      requestedDate: addDays(dateOfInstant(systemClock.now()), 14),
    };
  });
  return {
    id: `po-${randomUUID()}`,
    type: 'standard',
    state: 'requested',
    origin: 'crossdock',
    system: 'tryton',
    supplierId,
    locationId: content.sites[0]?.code ?? '',
    lines,
    total: { amount: '1', currency: 'USD' },
    orderDate: dateOfInstant(systemClock.now()),
    identifiers: [],
    provenance: { system: 'crossdock', receivedAt: systemClock.now() },
    ...differing,
  };
}
