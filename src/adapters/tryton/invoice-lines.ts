import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { InvoiceToBook } from '#platform/posting/system-of-record.ts';
import { unitPrice } from './order-line-values.ts';
import type { OrderedProduct } from './ordered-products.ts';
import type { PurchaseInSystem, PurchaseLineInSystem } from './purchase-in-system.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros, wireDecimal } from './wire.ts';

type InvoiceLine = Invoice['lines'][number];

export interface InvoiceSurroundings {
  /** By native id. */
  readonly purchases: ReadonlyMap<string, PurchaseInSystem>;
  /** By item id. */
  readonly products: ReadonlyMap<string, OrderedProduct>;
  /** What a product is booked on, by the product's number. */
  readonly accounts: ReadonlyMap<number, number>;
  /** What is booked that is no product; undefined where the ERP names no account for it. */
  readonly expenseAccount: number | undefined;
}

/** The line of a purchase that an invoice's line is of; undefined when it is of none that the ERP knows. */
export function orderedLine(
  { purchaseOrderId, lineNumber }: InvoiceLine,
  { orders }: InvoiceToBook,
  purchases: ReadonlyMap<string, PurchaseInSystem>,
): PurchaseLineInSystem | undefined {
  const order = orders.find((candidate) => candidate.order.id === purchaseOrderId);
  const purchase = order && purchases.get(order.nativeId);
  return purchase?.lines.find((line) => line.lineNumber === lineNumber);
}

/** The lines of an invoice as Tryton books them, charges last. `system-refused` names what it cannot book. */
export function invoiceLines(
  toBook: InvoiceToBook,
  surroundings: InvoiceSurroundings,
): Result<readonly object[]> {
  const values: object[] = [];
  for (const line of toBook.invoice.lines) {
    const made = goodsLine(line, toBook, surroundings);
    if (!made.ok) return made;
    values.push(made.value);
  }
  const { expenseAccount } = surroundings;
  for (const { code, description, amount } of toBook.invoice.charges) {
    if (expenseAccount === undefined) {
      return refused(`The ERP names no account for the charge ${code} ${description} of ${amount}.`);
    }
    const text = description === '' ? code : description;
    const one = { type: 'line', quantity: 1, unit_price: wireDecimal(amount), account: expenseAccount };
    values.push({ ...one, description: text });
  }
  return ok(values);
}

function goodsLine(
  line: InvoiceLine,
  toBook: InvoiceToBook,
  { purchases, products, accounts }: InvoiceSurroundings,
): Result<object> {
  const { stated, itemId, quantity, price } = line;
  const ordered = orderedLine(line, toBook, purchases);
  if (line.purchaseOrderId !== undefined && !ordered) {
    return refused(`Line ${stated} of the invoice is of a line that the ERP does not know.`);
  }
  const product = products.get(itemId ?? '');
  if (!product) return refused(`Line ${stated} of the invoice names no item that the ERP knows.`);
  const account = accounts.get(product.id);
  if (account === undefined) return refused(`The ERP names no account for ${product.rec_name}.`);
  const units = [ordered?.['unit.'], product['purchase_uom.'], product['default_uom.']].filter(
    (unit) => unit !== null && unit !== undefined,
  );
  const unit = units.find(({ symbol }) => unitCodeOf(symbol) === quantity.unit);
  const priced = units.find(({ symbol }) => unitCodeOf(symbol) === price.per.unit);
  if (!unit || !priced) {
    return refused(
      `Line ${stated} of the invoice counts ${quantity.unit}, which the ERP does not for ${itemId}.`,
    );
  }
  return ok({
    type: 'line',
    product: product.id,
    quantity: Number(quantity.value),
    unit: unit.id,
    unit_price: wireDecimal(unitPrice(price, quantityMicros(unit.factor), quantityMicros(priced.factor))),
    account,
    taxes: [['add', ordered?.taxes ?? product['account_category.']?.supplier_taxes_used ?? []]],
    ...(ordered && { origin: `purchase.line,${ordered.id}` }),
  });
}

const refused = (detail: string) => fail(problem('system-refused', detail));
