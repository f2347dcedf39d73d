import type { InvoiceLine, InvoiceTotals, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { supplierInvoiceSchema } from '#core/canonical/supplier-invoice.ts';
import type { OrderReference } from '#core/canonical/trade.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Mapped } from '../mapped.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { readAllowancesAndCharges, readTaxes, readTerms } from './charges.ts';
import {
  checkLineCount,
  orderReference,
  readCurrency,
  readDates,
  readDescription,
  readItem,
  readNotes,
  readPair,
  readParties,
  readPrice,
  readPurpose,
  readQuantity,
  readReference,
  readReferences,
} from './parts.ts';

/** Element 640. The set is an invoice, so without a code it is one. */
const kinds: ReadonlyMap<string, SupplierInvoice['kind']> = new Map([
  ['DI', 'invoice'],
  ['CI', 'invoice'],
  ['CR', 'credit_note'],
  ['CN', 'credit_note'],
  ['DR', 'debit_note'],
]);

/**
 * Read an 810 as a supplier's invoice.
 * 1. BIG: date, number, the order (BIG04, BIG05 its release), invoice or credit or debit (BIG07).
 * 2. IT1: quantity, price and its basis; the line's order by `PO` among its numbers or REF `PO`, else the header's.
 * 3. SAC and TXI of lines and whole apart; SAC05 has two implied decimals.
 * 4. TDS: all four with two implied decimals. ITD: the terms.
 */
export function read810(transaction: Transaction): Mapped<SupplierInvoice> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const big = segmentIn(root, 'BIG');
  const order = orderReference(reading.optional(big, 4), {
    release: reading.optional(big, 5),
    date: reading.date(big, { element: 3 }),
  });
  const lines = loopsIn(root, 'IT1').map((loop) => readLine(reading, loop, order));
  checkLineCount(reading, segmentIn(root, 'CTT'), lines.length);
  const document = stated({
    standard: 'x12' as const,
    number: reading.required(big, 2, 'the number of the invoice'),
    kind: (big && reading.coded(big, { element: 7 }, kinds, 'kind of invoice')) ?? ('invoice' as const),
    kindCode: reading.optional(big, 7),
    purpose: readPurpose(reading, big, 8),
    issuedOn: reading.date(big, { element: 1 }) ?? '',
    currency: readCurrency(reading, root),
    orders: ordersOf(order, lines),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    dates: readDates(reading, root),
    terms: segmentsIn(root, 'ITD').map((itd) => readTerms(reading, itd)),
    lines,
    allowancesAndCharges: readAllowancesAndCharges(reading, root),
    taxes: readTaxes(reading, root),
    totals: readTotals(reading, segmentIn(root, 'TDS')),
    notes: readNotes(reading, root),
  });
  return reading.finish(document, supplierInvoiceSchema);
}

function readLine(reading: Reading, loop: LoopInstance, order: OrderReference | undefined): InvoiceLine {
  const it1 = segmentIn(loop, 'IT1');
  const quantity = it1 && readQuantity(reading, it1, 2);
  return stated({
    lineNumber: reading.optional(it1, 1),
    order: readLineOrder(reading, loop, it1, order),
    item: readItem(reading, it1, 6, ['PO', 'PL']),
    description: readDescription(reading, loop),
    quantity,
    price: it1 && readPrice(reading, it1, 4, quantity),
    allowancesAndCharges: readAllowancesAndCharges(reading, loop),
    taxes: readTaxes(reading, loop),
    references: readReferences(reading, loop, ['PO', 'PL']),
    dates: readDates(reading, loop),
  });
}

function readLineOrder(
  reading: Reading,
  loop: LoopInstance,
  it1: Segment | undefined,
  order: OrderReference | undefined,
): OrderReference | undefined {
  const own = readPair(reading, it1, 6, 'PO') ?? readReference(reading, loop, 'PO');
  const line = readPair(reading, it1, 6, 'PL') ?? readReference(reading, loop, 'PL');
  if (own !== undefined && own !== order?.number) return orderReference(own, { line });
  return order && stated({ ...order, line });
}

/** The orders of the header and of the lines, each once. */
function ordersOf(order: OrderReference | undefined, lines: readonly InvoiceLine[]): OrderReference[] {
  const orders = order ? [order] : [];
  for (const { order: own } of lines)
    if (own && !orders.some(({ number }) => number === own.number)) orders.push({ number: own.number });
  return orders;
}

const readTotals = (reading: Reading, tds: Segment | undefined): InvoiceTotals =>
  stated({
    invoice: reading.decimal(tds, { element: 1 }, 2),
    discountable: reading.decimal(tds, { element: 2 }, 2),
    discounted: reading.decimal(tds, { element: 3 }, 2),
    discount: reading.decimal(tds, { element: 4 }, 2),
  });
