import type { PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import {
  decimalText,
  divide,
  type Micros,
  micros,
  multiply,
  ONE,
  roundToDecimals,
} from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { OrderedProduct } from './ordered-products.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros, wireDate, wireDecimal } from './wire.ts';

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
    unit_price: wireDecimal(unitPrice(price, quantity.unit === price.per.unit ? ONE : holds, ONE)),
    taxes: [['add', product['account_category.']?.supplier_taxes_used ?? []]],
    delivery_date_edit: true,
    delivery_date_store: wireDate(requestedDate),
  });
}

/** The price of one unit that holds so much, of a price for units that hold so much, in the same measure. */
export function unitPrice({ amount, per }: Price, holds: Micros, pricedHolds: Micros): string {
  const one = divide(micros(amount) * holds, micros(per.value) * pricedHolds);
  return decimalText(roundToDecimals(one, PRICE_DECIMALS));
}

const refused = (detail: string) => fail(problem('system-refused', detail));
