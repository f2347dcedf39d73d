import { baseUnitsIn, type CountedItem } from '#core/canonical/base-units.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { InvoiceLine } from '#core/canonical/supplier-invoice.ts';
import { decimalText, type Micros, micros, multiply } from '#core/kernel/decimal.ts';
import { type Currency, roundToCurrency } from '#core/kernel/money.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import type { BilledLine, InvoiceContext } from './model.ts';
import { magnitude } from './rules/allowance.ts';
import { amountOf } from './rules/amount.ts';
import { type FoundLine, findOrderLine, type LineFault } from './rules/find-order-line.ts';
import { lineMoney } from './rules/line-money.ts';

/** One line of an invoice in base units and money, with the order line it is for; or why there is none. */
export function billedLine(
  { stated: { standard }, ledgers, itemIds, items }: InvoiceContext,
  line: InvoiceLine,
  index: number,
  currency: Currency,
): BilledLine {
  const orders = new Map<string, OrderLedger>();
  for (const [number, { body }] of ledgers) orders.set(number, body);
  const found = findOrderLine(line, itemIds[index], orders);
  const item = 'line' in found ? items.get(found.line.itemId) : undefined;
  const unit = line.quantity?.unit ?? ('line' in found ? found.line.quantity.unit : 'EA');
  const quantity: Quantity = { value: line.quantity?.value ?? '0', unit };
  const computed = computedAmount(line, quantity, item);
  const money = lineMoney(standard, line, computed);
  const goods = roundToCurrency(money.goods, currency);
  const asPriced = computed === undefined ? undefined : roundToCurrency(computed, currency);
  const holds = item && baseUnitsIn(item, unit);
  const fault = faultOf(line, { found, item, holds, computed, quantity, currency });
  return {
    stated: line.lineNumber ?? String(index + 1),
    ...('line' in found && item && { order: { ...found, item } }),
    quantity,
    price: { ...priceOf(line, quantity, { goods, asPriced }), currency },
    base: holds === undefined ? 0n : multiply(micros(quantity.value), holds),
    goods,
    apart: money.apart,
    unclear: money.unclear,
    ...(fault && { fault }),
  };
}

/** Quantity times price. Without an item only where both are in the same unit. */
function computedAmount(
  { price }: InvoiceLine,
  { value, unit }: Quantity,
  item: CountedItem | undefined,
): Micros | undefined {
  if (!price) return undefined;
  const per = { value: price.per.value, unit: price.per.unit ?? unit };
  const counted = item ?? { baseUnit: unit, packs: [] };
  const holds = baseUnitsIn(counted, unit);
  if (holds === undefined) return undefined;
  return amountOf(multiply(micros(value), holds), { amount: price.amount, per }, counted);
}

/**
 * The price as stated where quantity times price is what is asked. Else what is asked for the whole quantity, exactly:
 * a gross price before its allowances, or a line of which only the amount is stated.
 */
function priceOf({ price }: InvoiceLine, { value, unit }: Quantity, { goods, asPriced }: Asked) {
  const quantity = micros(value);
  const isPriced = price !== undefined && (asPriced === goods || quantity * goods <= 0n);
  if (isPriced)
    return { amount: price.amount, per: { value: price.per.value, unit: price.per.unit ?? unit } };
  if (quantity * goods <= 0n) return { amount: '0', per: { value: '1', unit } };
  const per = { value: decimalText(magnitude(quantity)), unit };
  return { amount: decimalText(magnitude(goods)), per };
}

interface Asked {
  readonly goods: Micros;
  /** Quantity times price, rounded like the goods. */
  readonly asPriced: Micros | undefined;
}

interface Found {
  readonly found: FoundLine | LineFault;
  readonly item: CountedItem | undefined;
  readonly holds: Micros | undefined;
  readonly computed: Micros | undefined;
  readonly quantity: Quantity;
  readonly currency: Currency;
}

function faultOf(
  { quantity: statedQuantity, price, amount }: InvoiceLine,
  { found, item, holds, computed, quantity, currency }: Found,
): LineFault | undefined {
  if (!('line' in found)) return found;
  const { ledger, line } = found;
  if (!item) return { verdict: 'unknown_line', because: `Item ${line.itemId} is not in master data.` };
  if (ledger.currency !== currency) {
    const because = `The order is in ${ledger.currency}, the invoice in ${currency}.`;
    return { verdict: 'currency', because };
  }
  if (statedQuantity === undefined) return { verdict: 'quantity', because: 'It says no quantity.' };
  if (holds === undefined) {
    const because = `Item ${line.itemId} is not counted in ${quantity.unit}.`;
    return { verdict: 'unit', because };
  }
  if (amount === undefined && price === undefined) {
    return { verdict: 'price', because: 'It says neither price nor amount.' };
  }
  if (amount === undefined && computed === undefined) {
    const because = `Its price is per ${price?.per.unit ?? quantity.unit}, which the item does not have.`;
    return { verdict: 'unit', because };
  }
  return undefined;
}
