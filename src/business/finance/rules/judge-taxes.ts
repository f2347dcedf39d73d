import type { InvoiceTax, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { decimalText, divide, type Micros, micros, multiply } from '#core/kernel/decimal.ts';
import { magnitude } from './allowance.ts';

/** Cents that a tax may be off its rate for every amount it was rounded on. */
const ROUNDING: Micros = 10_000n;

/** Taxes that the invoice may mean: its total, those of the whole, those of the lines, or both; the likeliest first. */
export function possibleTaxes({
  totals,
  taxes,
  lines,
  allowancesAndCharges,
}: SupplierInvoice): readonly Micros[] {
  if (totals.tax !== undefined) return [micros(totals.tax)];
  const ofWhole = sumOf([...taxes, ...allowancesAndCharges.flatMap((charge) => charge.taxes)]);
  const ofLines = sumOf(
    lines.flatMap((line) => [...line.taxes, ...line.allowancesAndCharges.flatMap((charge) => charge.taxes)]),
  );
  const all = taxes.length > 0 ? [ofWhole, ofLines, ofWhole + ofLines] : [ofWhole + ofLines];
  return [...new Set(all)];
}

const sumOf = (taxes: readonly InvoiceTax[]): Micros =>
  taxes.reduce((sum, tax) => sum + (amountOf(tax) ?? 0n), 0n);

function amountOf({ amount, percent, taxable }: InvoiceTax): Micros | undefined {
  if (amount !== undefined) return micros(amount);
  return percent === undefined || taxable === undefined ? undefined : byRate(percent, taxable);
}

const byRate = (percent: string, taxable: string): Micros =>
  divide(multiply(micros(taxable), micros(percent)), 100_000_000n);

/** What is wrong with taxes that state a rate, what it is of and an amount, which do not agree. */
export function faultsOfTaxes({ taxes, lines }: SupplierInvoice): readonly string[] {
  const all = [...taxes, ...lines.flatMap((line) => line.taxes)];
  return all.flatMap(({ type, amount, percent, taxable }) => {
    if (amount === undefined || percent === undefined || taxable === undefined) return [];
    const expected = byRate(percent, taxable);
    if (magnitude(micros(amount) - expected) <= ROUNDING * BigInt(lines.length + 1)) return [];
    return [`Tax ${type} of ${amount} is not ${percent} % of ${taxable}, which is ${decimalText(expected)}.`];
  });
}
