import type {
  PurchaseOrderSource,
  SystemPurchaseOrder,
  SystemPurchaseOrderLine,
} from '#business/purchasing/ports.ts';
import type { Problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';

export const aSystemLine = (differing: Partial<SystemPurchaseOrderLine> = {}): SystemPurchaseOrderLine => ({
  lineNumber: 1,
  itemId: 'I1',
  quantity: { value: '10', unit: 'XCS' },
  openQuantity: '10',
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  ...differing,
});

/** A confirmed order of 10 cases of 48 of I1 from S1 for HAM, as the system has it. */
export const aSystemOrder = (differing: Partial<SystemPurchaseOrder> = {}): SystemPurchaseOrder => ({
  nativeId: '71',
  number: 'PO-71',
  state: 'confirmed',
  supplierId: 'S1',
  locationId: 'HAM',
  orderDate: '2026-11-23',
  total: { amount: '60', currency: 'EUR' },
  lines: [aSystemLine()],
  ...differing,
});

/** A system that gives these pages; a problem stands where the page that fails would. */
export const aPurchaseOrderSource = (
  pages: readonly (readonly SystemPurchaseOrder[] | Problem)[],
): PurchaseOrderSource & { readonly asked: string[] } => {
  const asked: string[] = [];
  return {
    id: 'tryton',
    asked,
    async *pull(changedSince) {
      asked.push(changedSince);
      for (const page of pages) yield 'code' in page ? fail(page) : ok(page);
    },
  };
};
