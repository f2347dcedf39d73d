import type { AllowanceOrCharge, InvoiceLine, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { divide, type Micros, micros, multiply } from '#core/kernel/decimal.ts';
import { magnitude } from './allowance.ts';

export interface LineMoney {
  /** What is asked for the goods alone. */
  readonly goods: Micros;
  /** What is asked or given beside them, still to be added. */
  readonly apart: readonly AllowanceOrCharge[];
  /** What a net price may have in it already; only the invoice's total of allowances and charges can tell. */
  readonly unclear: readonly AllowanceOrCharge[];
}

/** A cent: two amounts rounded apart are still the same. */
const ROUNDING: Micros = 10_000n;

/** What an allowance or charge adds: an allowance is taken off. Undefined when nothing says how much it is. */
export function effectOf(
  { kind, amount, percent, rate, quantity }: AllowanceOrCharge,
  goods: Micros,
): Micros | undefined {
  const sign = kind === 'allowance' ? -1n : 1n;
  if (amount !== undefined) return sign * micros(amount);
  if (rate !== undefined && quantity) return sign * multiply(micros(rate), micros(quantity.value));
  if (percent !== undefined) return sign * divide(multiply(goods, micros(percent)), 100_000_000n);
  return undefined;
}

/**
 * The goods of a line apart from its allowances and charges. `computed` is quantity times price, where that can be
 * said. What the line states as its amount (MOA 203) is believed; whether its charges are in it is seen by adding up.
 * A gross price (PRI AAB) is before the line's allowances, a net one (AAA) after all of them.
 */
export function lineMoney(
  standard: SupplierInvoice['standard'],
  { amount, price, allowancesAndCharges }: InvoiceLine,
  computed: Micros | undefined,
): LineMoney {
  const stated = amount === undefined ? undefined : micros(amount);
  const base = computed ?? stated ?? 0n;
  const isGross = standard === 'edifact' && price?.basis === 'AAB';
  const off = isGross ? allowancesAndCharges.filter(({ kind }) => kind === 'allowance') : [];
  const beside = isGross
    ? allowancesAndCharges.filter(({ kind }) => kind === 'charge')
    : allowancesAndCharges;
  const net = base + sum(off, base);
  if (stated === undefined) return { goods: net, apart: beside, unclear: [] };
  const added = sum(beside, base);
  if (beside.length > 0 && isSame(stated, net + added))
    return { goods: stated - added, apart: beside, unclear: [] };
  const isUnclear = standard === 'edifact' && isSame(stated, net);
  return { goods: stated, apart: isUnclear ? [] : beside, unclear: isUnclear ? beside : [] };
}

const sum = (all: readonly AllowanceOrCharge[], goods: Micros): Micros =>
  all.reduce((total, one) => total + (effectOf(one, goods) ?? 0n), 0n);

const isSame = (a: Micros, b: Micros): boolean => magnitude(a - b) <= ROUNDING;
