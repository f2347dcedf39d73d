import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { micros, multiply } from '#core/kernel/decimal.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { unitPrice } from './order-line-values.ts';
import type { OrderedProduct } from './ordered-products.ts';
import type { PurchaseLineInSystem } from './purchase-in-system.ts';
import { unitCodeOf } from './units.ts';
import { quantityMicros, wireDecimal } from './wire.ts';

type ChangedLine = OrderChangeRecord['lines'][number];
type Unit = OrderedProduct['default_uom.'];

/**
 * A changed line as an amendment of Tryton says it, which repeats what stays. `product`: the one the line is to be
 * for. `system-refused` when the ERP knows no such line or unit, or more has come than the line would be for.
 */
export function amendmentLine(
  wanted: ChangedLine,
  line: PurchaseLineInSystem | undefined,
  product: OrderedProduct | undefined,
): Result<object> {
  const { lineNumber, itemId } = wanted;
  if (!line) return refused(`The ERP knows no line ${lineNumber} of the order.`);
  if (!product?.active) return refused(`Item ${itemId} is no longer in the ERP.`);
  const isSame = product.id === line['product.'].id;
  const quantity = wanted.action === 'cancel' ? '0' : (wanted.quantity?.value ?? line.quantity);
  const unit = unitOf(wanted.quantity, line['unit.'], product, isSame);
  if (!unit) return refused(`Item ${itemId} is not bought in ${wanted.quantity?.unit} in the ERP.`);
  const inBase = multiply(micros(quantity), quantityMicros(unit.factor));
  if (inBase < line.received) {
    return refused(`More of line ${lineNumber} has arrived in the ERP than it would be for.`);
  }
  const price = priceIn(wanted, unit, product);
  if (!price.ok) return price;
  return ok({
    action: 'line',
    line: line.id,
    product: product.id,
    product_supplier: isSame ? line.product_supplier : null,
    quantity: Number(quantity),
    unit: unit.id,
    unit_price: wireDecimal(price.value ?? line.unit_price),
    description: line.description,
  });
}

/** The unit of the line stays unless another is asked for that the product is bought in. */
function unitOf(
  quantity: Quantity | undefined,
  current: Unit,
  product: OrderedProduct,
  isSame: boolean,
): Unit | undefined {
  const own = [product['purchase_uom.'], product['default_uom.']].filter((unit) => unit !== null);
  const wished = quantity?.unit ?? unitCodeOf(current.symbol);
  if (isSame && unitCodeOf(current.symbol) === wished) return current;
  return own.find(({ symbol }) => unitCodeOf(symbol) === wished);
}

/** The price of one of the unit; undefined when it stays. */
function priceIn(
  { price, itemId }: ChangedLine,
  unit: Unit,
  product: OrderedProduct,
): Result<string | undefined> {
  if (!price) return ok(undefined);
  const { unit: per } = price.per;
  const known = [unit, product['purchase_uom.'], product['default_uom.']].filter((one) => one !== null);
  const priced = known.find(({ symbol }) => unitCodeOf(symbol) === per);
  if (!priced) return refused(`Item ${itemId} is not priced per ${per} in the ERP.`);
  return ok(unitPrice(price, quantityMicros(unit.factor), quantityMicros(priced.factor)));
}

const refused = (detail: string) => fail(problem('system-refused', detail));
