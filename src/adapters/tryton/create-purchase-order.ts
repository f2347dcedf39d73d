import * as z from 'zod';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { SystemDocument } from '#platform/posting/system-of-record.ts';
import { lineValues } from './order-line-values.ts';
import { type OrderNumbers, orderNumbers } from './order-numbers.ts';
import { orderedProducts } from './ordered-products.ts';
import type { TrytonParts } from './parts.ts';
import { wireDate } from './wire.ts';

/**
 * Create an order as a draft under our reference.
 * 1. Find the ERP's numbers of supplier, location and items.
 * 2. Read there what an order must agree with: units, taxes, address, payment term, currency.
 * 3. Create head and lines in one call: all of it or nothing.
 */
export async function createOrderDraft(
  parts: TrytonParts,
  order: PurchaseOrder,
  reference: string,
): Promise<Result<SystemDocument>> {
  const numbers = await orderNumbers(parts.records, parts.system, order);
  if (!numbers.ok) return numbers;
  const [head, lines] = await Promise.all([
    headValues(parts, order, numbers.value),
    linesValues(parts, order, numbers.value),
  ]);
  if (!head.ok) return head;
  if (!lines.ok) return lines;
  const created = await parts.client.write({
    method: 'model.purchase.purchase.create',
    params: [[{ ...head.value, reference, lines: [['create', lines.value]] }]],
    answer: z.tuple([z.int()]),
  });
  if (!created.ok) return created;
  return ok({ nativeId: String(created.value[0]), state: 'draft', createdAt: parts.clock.now() });
}

const supplierRow = z.object({
  name: z.string().nullable(),
  active: z.boolean(),
  addresses: z.array(z.int()),
  supplier_payment_term: z.int().nullable(),
});

async function headValues(
  { client }: TrytonParts,
  { supplierId, orderDate, total }: PurchaseOrder,
  { party, warehouse }: OrderNumbers,
): Promise<Result<object>> {
  const [suppliers, currencies] = await Promise.all([
    client.read({
      method: 'model.party.party.search_read',
      params: [[['id', '=', party]], 0, 1, null, Object.keys(supplierRow.shape)],
      answer: z.array(supplierRow),
      context: { active_test: false },
    }),
    client.read({
      method: 'model.currency.currency.search',
      params: [[['code', '=', total.currency]], 0, 1, null],
      answer: z.array(z.int()),
    }),
  ]);
  if (!suppliers.ok) return suppliers;
  if (!currencies.ok) return currencies;
  const [supplier] = suppliers.value;
  if (!supplier?.active) return refused(`Supplier ${supplierId} is inactive in the ERP.`);
  const [currency] = currencies.value;
  if (currency === undefined) return refused(`The ERP does not know the currency ${total.currency}.`);
  return ok({
    party,
    invoice_party: party,
    invoice_address: supplier.addresses[0] ?? null,
    payment_term: supplier.supplier_payment_term,
    warehouse,
    currency,
    purchase_date: wireDate(orderDate),
  });
}

async function linesValues(
  { client }: TrytonParts,
  { lines }: PurchaseOrder,
  { products: numbers }: OrderNumbers,
): Promise<Result<readonly object[]>> {
  const products = await orderedProducts(client, [...numbers.values()]);
  if (!products.ok) return products;
  const made: object[] = [];
  for (const line of lines) {
    const product = products.value.get(numbers.get(line.itemId) ?? -1);
    if (!product) return refused(`Item ${line.itemId} is no longer in the ERP.`);
    const values = lineValues(line, product);
    if (!values.ok) return values;
    made.push(values.value);
  }
  return ok(made);
}

const refused = (detail: string) => fail(problem('system-refused', detail));
