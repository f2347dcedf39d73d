import type { InvoiceLine, InvoiceTotals, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { supplierInvoiceSchema } from '#core/canonical/supplier-invoice.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn } from '../../codec/loop-instance.ts';
import type { Mapped } from '../mapped.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { readAllowancesAndCharges, readAmount, readTaxes, readTerms } from './charges.ts';
import {
  checkLineCount,
  readCurrency,
  readDateOf,
  readDates,
  readDescription,
  readItem,
  readLineOrder,
  readNotes,
  readOrders,
  readParties,
  readPrice,
  readPurpose,
  readQuantity,
  readReferences,
} from './parts.ts';

/** Element 1001. What is no demand for money (a proforma) is no invoice. */
const kinds: ReadonlyMap<string, SupplierInvoice['kind']> = new Map([
  ['380', 'invoice'],
  ['381', 'credit_note'],
  ['383', 'debit_note'],
]);

/**
 * Read an INVOIC as a supplier's invoice.
 * 1. BGM: invoice, credit or debit (1001), number (1004); DTM `137` its date; RFF `ON` the orders.
 * 2. LIN: QTY `47`, MOA `203`, PRI, ALC and TAX of the line; the line's order by RFF `ON` and `LI`.
 * 3. After UNS: totals (MOA) and taxes; ALC before the lines is of the whole.
 */
export function readInvoic(transaction: Transaction): Mapped<SupplierInvoice> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bgm = segmentIn(root, 'BGM');
  const orders = readOrders(reading, root);
  const currency = readCurrency(reading, root);
  const lines = loopsBeginning(root, 'LIN').map((loop) => readLine(reading, loop, orders, currency));
  checkLineCount(reading, root, lines.length);
  const kind = bgm && reading.coded(bgm, { element: 1 }, kinds, 'kind of invoice');
  if (kind === undefined && bgm?.text(1) === '')
    reading.fault(bgm, { element: 1 }, 'the kind of invoice is missing');
  const issuedOn = readDateOf(reading, root, '137');
  if (issuedOn === undefined) reading.fault(bgm, {}, 'an invoice without its date (DTM 137)');
  const document = stated({
    standard: 'edifact' as const,
    number: reading.required(bgm, 2, 'the number of the invoice'),
    kind: kind ?? ('invoice' as const),
    kindCode: reading.optional(bgm, 1),
    purpose: readPurpose(reading, bgm),
    issuedOn: issuedOn ?? '',
    currency,
    orders: ordersOf(orders, lines),
    parties: readParties(reading, root),
    references: readReferences(reading, root, ['ON']),
    dates: readDates(reading, root),
    terms: loopsBeginning(root, 'PAT').map((loop) => readTerms(reading, loop, currency)),
    lines,
    allowancesAndCharges: readAllowancesAndCharges(reading, root, currency),
    taxes: readTaxes(reading, root, currency),
    totals: readTotals(reading, root, currency),
    notes: readNotes(reading, root),
  });
  return reading.finish(document, supplierInvoiceSchema);
}

function readLine(
  reading: Reading,
  loop: LoopInstance,
  orders: readonly OrderReference[],
  currency: string | undefined,
): InvoiceLine {
  const lin = segmentIn(loop, 'LIN');
  const quantity = readQuantity(reading, loop, '47');
  return stated({
    lineNumber: reading.optional(lin, 1),
    order: readLineOrder(reading, loop, orders),
    item: readItem(reading, loop),
    description: readDescription(reading, loop),
    quantity,
    price: readPrice(reading, loop, quantity),
    amount: readAmount(reading, loop, currency, '203'),
    allowancesAndCharges: readAllowancesAndCharges(reading, loop, currency),
    taxes: readTaxes(reading, loop, currency),
    references: readReferences(reading, loop, ['ON', 'LI']),
    dates: readDates(reading, loop),
  });
}

function ordersOf(ofHeader: readonly OrderReference[], lines: readonly InvoiceLine[]): OrderReference[] {
  const orders = [...ofHeader];
  for (const { order } of lines)
    if (order && !orders.some(({ number }) => number === order.number)) orders.push({ number: order.number });
  return orders;
}

const readTotals = (reading: Reading, root: LoopInstance, currency: string | undefined): InvoiceTotals =>
  stated({
    // What is to be paid (139) is the total where a seller states no other.
    invoice: readAmount(reading, root, currency, '77', '39', '86', '139'),
    lines: readAmount(reading, root, currency, '79'),
    taxable: readAmount(reading, root, currency, '125'),
    tax: readAmount(reading, root, currency, '124', '176'),
    allowancesAndCharges: readAmount(reading, root, currency, '131'),
    due: readAmount(reading, root, currency, '9', '139'),
  });
