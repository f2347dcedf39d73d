import * as z from 'zod';
import type { PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { decimalText, divide, micros, multiply, ONE, roundToDecimals } from '#core/kernel/decimal.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros, wireDate, wireDecimal } from './wire.ts';

const unit = z.object({ id: z.int(), symbol: z.string(), factor: z.number() });

/** What of a product an order line needs, as `search_read` gives it for `productFields`. */
export const orderedProduct = z.object({
  id: z.int(),
  rec_name: z.string(),
  active: z.boolean(),
  'account_category.': z.object({ supplier_taxes_used: z.array(z.int()) }).nullable(),
  'default_uom.': unit,
  'purchase_uom.': unit.nullable(),
});
export type OrderedProduct = z.infer<typeof orderedProduct>;

export const productFields = [
  ...['rec_name', 'active', 'account_category.supplier_taxes_used'],
  ...['default_uom', 'purchase_uom'].flatMap((field) =>
    ['id', 'symbol', 'factor'].map((part) => `${field}.${part}`),
  ),
];

/** Decimals a unit price has in Tryton unless an installation says otherwise. */
const PRICE_DECIMALS = 4;

/**
 * One line of an order as Tryton creates it. `system-refused` when the product is not active or its units there
 * are not what the line was planned with.
 */
export function lineValues(line: PurchaseOrderLine, product: OrderedProduct): Result<object> {
  const { itemId, quantity, baseQuantity, price, requestedDate, lineNumber } = line;
  if (!product.active) return refused(`Item ${itemId} (${product.rec_name}) is inactive in the ERP.`);
  const units = [product['purchase_uom.'], product['default_uom.']].filter((known) => known !== null);
  const ordered = units.find(({ symbol }) => unitCodeOf(symbol) === quantity.unit);
  if (!ordered) {
    const known = units.map(({ symbol }) => symbol).join(' or ');
    return refused(`Item ${itemId} is not bought in ${quantity.unit} in the ERP, but in ${known}.`);
  }
  const holds = divide(quantityMicros(ordered.factor), quantityMicros(product['default_uom.'].factor));
  if (multiply(micros(quantity.value), holds) !== micros(baseQuantity.value)) {
    const planned = decimalText(divide(micros(baseQuantity.value), micros(quantity.value)));
    return refused(
      `Item ${itemId} was planned with ${planned} ${baseQuantity.unit} in one ${quantity.unit}, and in the ERP it has ${decimalText(holds)}.`,
    );
  }
  return ok({
    type: 'line',
    sequence: lineNumber,
    product: product.id,
    quantity: Number(quantity.value),
    unit: ordered.id,
    unit_price: wireDecimal(unitPrice(price, quantity.unit === price.per.unit ? ONE : holds)),
    taxes: [['add', product['account_category.']?.supplier_taxes_used ?? []]],
    delivery_date_edit: true,
    delivery_date_store: wireDate(requestedDate),
  });
}

/** The price of one order unit; a price per base unit times the base units it holds. */
function unitPrice({ amount, per }: PurchaseOrderLine['price'], holds: bigint): string {
  const one = divide(micros(amount), micros(per.value));
  return decimalText(roundToDecimals(multiply(one, holds), PRICE_DECIMALS));
}

const refused = (detail: string) => fail(problem('system-refused', detail));
