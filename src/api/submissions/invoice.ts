import * as z from 'zod';
import type { AllowanceOrCharge, InvoiceLine, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { currencySchema } from '#core/kernel/money.ts';
import {
  identifiersOf,
  lineNumberSchema,
  noteSchema,
  orderNumberSchema,
  orderOf,
  ownNumberSchema,
  priceOf,
  quantityOf,
  submittedItem,
  submittedPrice,
  submittedQuantity,
} from './parts.ts';

const submittedInvoiceLine = z
  .strictObject({
    orderNumber: orderNumberSchema,
    lineNumber: lineNumberSchema.optional(),
    item: submittedItem.optional(),
    quantity: submittedQuantity,
    price: submittedPrice,
    /** The total of the line before tax, where you state it. */
    amount: decimalSchema.optional(),
  })
  .refine(({ lineNumber, item }) => lineNumber !== undefined || item !== undefined, {
    message: 'say the line of the order or the item',
    path: ['lineNumber'],
  });

/** An allowance is taken off, a charge is added. */
const submittedCharge = z.strictObject({
  kind: z.enum(['allowance', 'charge']),
  /** As agreed. */
  code: z.string().trim().min(1).max(20).optional(),
  description: z.string().trim().min(1).max(200).optional(),
  amount: decimalSchema,
});

const submittedTax = z.strictObject({
  type: z.string().trim().min(1).max(20),
  percent: decimalSchema.optional(),
  amount: decimalSchema,
});

/** An invoice, credit note or debit note; amounts in its currency, a credit with positive amounts. */
export const invoiceBody = z.strictObject({
  number: ownNumberSchema,
  kind: z.enum(['invoice', 'credit_note', 'debit_note']).default('invoice'),
  issuedOn: dateSchema,
  /** Without it, that of the order. */
  currency: currencySchema.optional(),
  lines: z.array(submittedInvoiceLine).min(1).max(500),
  charges: z.array(submittedCharge).max(100).optional(),
  taxes: z.array(submittedTax).max(20).optional(),
  /** What is asked for, tax included. */
  total: decimalSchema,
  note: noteSchema.optional(),
});
type Invoice = z.infer<typeof invoiceBody>;

/** Every order it names, each once. */
export const ordersOfInvoice = ({ lines }: Invoice): string[] => [
  ...new Set(lines.map(({ orderNumber }) => orderNumber)),
];

/** The invoice as every supplier's invoice is kept, whichever way it came. */
export function supplierInvoiceOf(body: Invoice): SupplierInvoice {
  const { number, kind, issuedOn, currency, lines, charges = [], taxes = [], total, note } = body;
  return {
    standard: 'crossdock',
    number,
    kind,
    issuedOn,
    ...(currency === undefined ? {} : { currency }),
    orders: ordersOfInvoice(body).map((order) => orderOf(order)),
    parties: [],
    references: [],
    dates: [],
    terms: [],
    lines: lines.map(lineOf),
    allowancesAndCharges: charges.map(chargeOf),
    taxes: taxes.map(({ type, percent, amount }) => ({
      type,
      amount,
      ...(percent === undefined ? {} : { percent }),
    })),
    totals: { invoice: total },
    notes: note === undefined ? [] : [note],
  };
}

const lineOf = (line: Invoice['lines'][number], index: number): InvoiceLine => ({
  lineNumber: String(index + 1),
  order: orderOf(line.orderNumber, line.lineNumber),
  item: identifiersOf(line.item),
  quantity: quantityOf(line.quantity),
  price: priceOf(line.price),
  ...(line.amount === undefined ? {} : { amount: line.amount }),
  allowancesAndCharges: [],
  taxes: [],
  references: [],
  dates: [],
});

const chargeOf = ({
  kind,
  code,
  description,
  amount,
}: z.infer<typeof submittedCharge>): AllowanceOrCharge => ({
  kind,
  ...(code === undefined ? {} : { code }),
  ...(description === undefined ? {} : { description }),
  amount,
  taxes: [],
});
