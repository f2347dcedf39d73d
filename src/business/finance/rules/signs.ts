import type {
  AllowanceOrCharge,
  InvoiceLine,
  InvoiceTax,
  SupplierInvoice,
} from '#core/canonical/supplier-invoice.ts';
import { decimalText, divide, type Micros, micros, multiply } from '#core/kernel/decimal.ts';
import { magnitude } from './allowance.ts';

/**
 * The same document with one meaning of signs: what we pay is positive, what we get back negative, and prices are
 * never negative. X12 writes credits mostly negative, EDIFACT positive, and some only their quantities or only their
 * total so; a credit note comes out negative in all of it.
 */
export function signed(invoice: SupplierInvoice): SupplierInvoice {
  const lines = invoice.lines.map(withoutNegativePrice);
  if (invoice.kind !== 'credit_note') return { ...invoice, lines };
  const sum = lines.reduce((total, line) => total + worth(line), 0n);
  return {
    ...invoice,
    lines: lines.map((line) => creditLine(sum > 0n ? negated(line) : line)),
    allowancesAndCharges: invoice.allowancesAndCharges.map(creditCharge),
    taxes: invoice.taxes.map(creditTax),
    totals: Object.fromEntries(
      Object.entries(invoice.totals).map(([name, text]) => [name, text && below(text)]),
    ),
  };
}

/** A negative price of a positive quantity is a negative quantity; a line's amount has the sign of its quantity. */
function withoutNegativePrice(line: InvoiceLine): InvoiceLine {
  const { quantity, price, amount } = line;
  if (quantity === undefined) return line;
  const isNegative = price !== undefined && micros(price.amount) < 0n;
  const value = isNegative ? -micros(quantity.value) : micros(quantity.value);
  return {
    ...line,
    quantity: { ...quantity, value: decimalText(value) },
    ...(price && { price: { ...price, amount: decimalText(magnitude(micros(price.amount))) } }),
    ...(amount !== undefined && value !== 0n && { amount: withSignOf(value, amount) }),
  };
}

const withSignOf = (value: Micros, amount: string): string =>
  decimalText(value < 0n ? -magnitude(micros(amount)) : magnitude(micros(amount)));

/** About what a line is worth: enough to tell its sign beside the others. */
function worth({ amount, quantity, price }: InvoiceLine): Micros {
  if (amount !== undefined) return micros(amount);
  const per = micros(price?.per.value ?? '1');
  if (!quantity || !price || per === 0n) return 0n;
  return divide(multiply(micros(quantity.value), micros(price.amount)), per);
}

const minus = (text: string): string => decimalText(-micros(text));
const below = (text: string): string => decimalText(-magnitude(micros(text)));

const negated = (line: InvoiceLine): InvoiceLine => ({
  ...line,
  ...(line.quantity && { quantity: { ...line.quantity, value: minus(line.quantity.value) } }),
  ...(line.amount !== undefined && { amount: minus(line.amount) }),
});

const creditLine = (line: InvoiceLine): InvoiceLine => ({
  ...line,
  allowancesAndCharges: line.allowancesAndCharges.map(creditCharge),
  taxes: line.taxes.map(creditTax),
});

const creditCharge = (charge: AllowanceOrCharge): AllowanceOrCharge => ({
  ...charge,
  ...(charge.amount !== undefined && { amount: below(charge.amount) }),
  ...(charge.rate !== undefined && { rate: below(charge.rate) }),
  taxes: charge.taxes.map(creditTax),
});

const creditTax = (tax: InvoiceTax): InvoiceTax => ({
  ...tax,
  ...(tax.amount !== undefined && { amount: below(tax.amount) }),
  ...(tax.taxable !== undefined && { taxable: below(tax.taxable) }),
});
