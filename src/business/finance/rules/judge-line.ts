import type { CountedItem } from '#core/canonical/base-units.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { decimalText, type Micros, maximum, micros, minimum } from '#core/kernel/decimal.ts';
import { allowanceOf, magnitude, roundingOf } from './allowance.ts';
import { amountOf } from './amount.ts';
import type { LineFault } from './find-order-line.ts';

/** Everything one invoice asks for on one order line, in base units and in the order's currency. */
export interface Billed {
  readonly invoiceId: string;
  readonly quantity: Micros;
  readonly amount: Micros;
  /** How many of its lines were rounded into the amount. */
  readonly lines: number;
}

export interface JudgedLine {
  readonly verdict: LineFault['verdict'];
  readonly because?: string;
  /** What counts as invoiced when it is paid: a credit of the price alone gives no goods back. */
  readonly counts: Micros;
  /** What the order says the quantity costs. */
  readonly expected: Micros;
}

export interface LineTerms {
  readonly line: LedgerLine;
  readonly item: CountedItem;
  readonly tolerances: Tolerances;
  readonly cancelled: boolean;
  /** Invoices that a person let pass as they were: what they asked beyond the order is settled. */
  readonly overridden: ReadonlySet<string>;
}

interface Sums {
  readonly received: Micros;
  readonly quantityBefore: Micros;
  readonly amountBefore: Micros;
  /** How many invoices there were before. */
  readonly invoices: number;
}

/**
 * Compare what an invoice asks on one order line with the order's price and with what was received in good order,
 * together with all that was invoiced before. Goods that are not there yet make it wait, as long as they may still
 * come; the price must agree at once. Never more is matched than what was ordered and received costs, and the tolerance once.
 */
export function judgeLine(billed: Billed, terms: LineTerms): JudgedLine {
  const costs = (base: Micros) => amountOf(base, terms.line.price, terms.item);
  const expected = costs(billed.quantity);
  if (expected === undefined) {
    const because = `The order's price is per ${terms.line.price.per.unit}, which the item does not have.`;
    return { verdict: 'unit', because, counts: billed.quantity, expected: 0n };
  }
  const sums = sumsOf(terms, billed.invoiceId, (base) => costs(base) ?? 0n);
  const isCredit = billed.quantity < 0n || billed.amount < 0n;
  const judged = isCredit
    ? judgeCredit(billed, expected, sums, terms)
    : judgeDebit(billed, expected, sums, terms);
  return { counts: billed.quantity, expected, ...judged };
}

type Judgement = Pick<JudgedLine, 'verdict' | 'because'> & Partial<Pick<JudgedLine, 'counts'>>;

function judgeDebit(
  { quantity, amount, lines }: Billed,
  expected: Micros,
  { received, quantityBefore, amountBefore, invoices }: Sums,
  { line, item, tolerances, cancelled }: LineTerms,
): Judgement {
  const rounding = roundingOf(line.price.currency, lines);
  if (magnitude(amount - expected) > allowanceOf(expected, tolerances) + rounding) {
    return { verdict: 'price', because: asked(amount, `the order's price comes to ${said(expected)}`) };
  }
  const invoiced = quantityBefore + quantity;
  const wanted = wantedOf(line, tolerances);
  const paidFor = amountOf(minimum(invoiced, minimum(received, wanted)), line.price, item) ?? 0n;
  const excess = amountBefore + amount - paidFor;
  const allRounding = rounding + roundingOf(line.price.currency, invoices);
  if (excess <= allowanceOf(paidFor, tolerances) + allRounding) return { verdict: 'matched' };
  const unit = line.baseQuantity.unit;
  const both = `${decimalText(invoiced)} ${unit} invoiced in all, ${decimalText(received)} received in good order`;
  if (invoiced > wanted && received > wanted)
    return { verdict: 'quantity', because: `${both}, ${decimalText(wanted)} ordered.` };
  if (invoiced <= received) return { verdict: 'price', because: `${both}: ${said(excess)} too much in all.` };
  const most = expectable(line, received, cancelled, tolerances);
  if (invoiced > most)
    return { verdict: 'quantity', because: `${both}, ${decimalText(most)} to be expected.` };
  return { verdict: 'waits_for_receipt', because: `${both}.` };
}

/** A credit gives goods back at the order's price, or it lowers the price of goods that we keep. */
function judgeCredit(
  { quantity, amount, lines }: Billed,
  expected: Micros,
  { quantityBefore, amountBefore, invoices }: Sums,
  { line, tolerances }: LineTerms,
): Judgement {
  const { currency } = line.price;
  const isOfGoods =
    magnitude(amount - expected) <= allowanceOf(expected, tolerances) + roundingOf(currency, lines);
  const counts = isOfGoods ? quantity : 0n;
  if (amount > 0n) return { verdict: 'price', because: asked(amount, 'its quantity is negative') };
  const allowed = allowanceOf(amountBefore, tolerances) + roundingOf(currency, lines + invoices);
  if (amountBefore + amount >= -allowed && quantityBefore + counts >= 0n) {
    return { verdict: 'matched', counts };
  }
  const because = `It credits ${said(-amount)} where ${said(amountBefore)} was invoiced.`;
  return { verdict: 'quantity', because, counts };
}

function sumsOf({ line, overridden }: LineTerms, invoiceId: string, costs: (base: Micros) => Micros): Sums {
  const others = line.invoiced.filter((entry) => entry.invoiceId !== invoiceId);
  const amounts = others.map(({ invoiceId: id, quantity, amount }) =>
    overridden.has(id) ? costs(micros(quantity)) : micros(amount),
  );
  return {
    received: line.received.reduce((sum, { good }) => sum + micros(good), 0n),
    quantityBefore: others.reduce((sum, { quantity }) => sum + micros(quantity), 0n),
    amountBefore: amounts.reduce((sum, amount) => sum + amount, 0n),
    invoices: others.length,
  };
}

/** As much as may still arrive: what was ordered and may be delivered over, or was announced, or is there. */
function expectable(line: LedgerLine, received: Micros, cancelled: boolean, tolerances: Tolerances): Micros {
  if (cancelled || line.cancelled) return received;
  const announced = line.shipped.reduce((sum, { quantity }) => sum + micros(quantity), 0n);
  return maximum(received, maximum(wantedOf(line, tolerances), announced));
}

/** What was ordered, and may be delivered over: what came beyond it is paid when a buyer accepts it. */
function wantedOf({ baseQuantity }: LedgerLine, { quantityOverPercent }: Tolerances): Micros {
  const ordered = micros(baseQuantity.value);
  return ordered + (ordered * micros(quantityOverPercent)) / 100_000_000n;
}

const said = (amount: Micros): string => decimalText(amount);
const asked = (amount: Micros, but: string): string => `${said(amount)} is asked, but ${but}.`;
