import type { CustomerOrder, CustomerOrderLine } from '#core/canonical/customer-order.ts';
import { customerOrderSchema } from '#core/canonical/customer-order.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, Mapped, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { aboutOrder, digitsOfDate, faultsOfOrder } from '../writing.ts';
import { readDeliveries } from './deliveries.ts';
import {
  checkLineCount,
  readCurrency,
  readDates,
  readDescription,
  readItem,
  readNotes,
  readParties,
  readPrice,
  readPurpose,
  readQuantity,
  readReferences,
  totalsIn,
} from './parts.ts';
import { checkedX12, descriptions, numbersOf, partySegments, priceElements, unitCodes } from './writing.ts';

/**
 * Write an order as the body of an 850.
 * 1. BEG: original (00), stand-alone (SA), number, date. CUR: the buyer's currency. N1: the parties.
 * 2. PO1: line, quantity, unit, price of one unit or of a hundred (HP) or thousand (TP), the item's numbers.
 *    PID: description. DTM 002: when the line is wanted.
 * 3. CTT: number of lines. AMT `TT`: the order's total.
 * Faults: no number, a price in another unit or that no basis says exactly, an item without numbers the partner
 * knows, and whatever the version's schema refuses.
 */
export function write850(order: PurchaseOrder, context: OrderContext, version: string): MappedOut {
  const schema = findX12Schema('850', version);
  if (schema === undefined)
    return { ok: false, faults: [aboutOrder(`there is no 850 in version ${version}`)] };
  const faults = faultsOfOrder(order);
  const { number = '', orderDate, total, lines } = order;
  const body = [
    new Segment('BEG', ['00', 'SA', number, '', digitsOfDate(orderDate)]),
    new Segment('CUR', ['BY', total.currency]),
    ...context.parties.flatMap(partySegments),
    ...lines.flatMap((line) => lineSegments(line, context, faults)),
    new Segment('CTT', [String(lines.length)]),
    new Segment('AMT', ['TT', total.amount]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return checkedX12(body, schema);
}

function lineSegments(line: PurchaseOrderLine, { items }: OrderContext, faults: Finding[]): Segment[] {
  const { lineNumber, itemId, quantity, requestedDate } = line;
  const numbers = numbersOf(line, items, faults);
  const [amount, basis] = priceElements(line, faults);
  const head = [String(lineNumber), quantity.value, unitCodes[quantity.unit], amount, basis];
  return [
    new Segment('PO1', [...head, ...numbers]),
    ...descriptions(items.get(itemId)?.description ?? ''),
    new Segment('DTM', ['002', digitsOfDate(requestedDate)]),
  ];
}

/**
 * Read an 850 as a customer's order.
 * 1. BEG: purpose, kind, number, release, day and contract. CUR, N1, REF, DTM and N9 as they are.
 * 2. PO1: line, quantity, price per its basis, numbers; with DTM, SCH and SDQ for what is wanted when and where.
 * 3. CTT01 must be the number of lines. AMT `TT`: the customer's total.
 * Faults: no number, a line without any quantity, and what no code list or decimal holds.
 */
export function read850(transaction: Transaction): Mapped<CustomerOrder> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const beg = segmentIn(root, 'BEG');
  const lines = loopsIn(root, 'PO1').map((loop) => readLine(reading, loop));
  checkLineCount(reading, totalsIn(root), lines.length);
  const document = stated({
    standard: 'x12' as const,
    number: reading.required(beg, 3, 'the number of the order'),
    release: reading.optional(beg, 4),
    type: reading.optional(beg, 2),
    purpose: readPurpose(reading, beg, 1),
    orderedOn: reading.date(beg, { element: 5 }),
    contract: reading.optional(beg, 6),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root),
    dates: readDates(reading, root),
    notes: readNotes(reading, root),
    lines,
    total: readTotal(reading, root),
  });
  return reading.finish(document, customerOrderSchema);
}

function readLine(reading: Reading, loop: LoopInstance): CustomerOrderLine {
  const po1 = segmentIn(loop, 'PO1');
  const quantity = po1 && readQuantity(reading, po1, 2);
  const deliveries = readDeliveries(reading, loop);
  if (quantity === undefined && deliveries.length === 0)
    reading.fault(po1, {}, 'a line without any quantity (PO102, SCH01, SDQ04)');
  return stated({
    lineNumber: reading.optional(po1, 1),
    item: readItem(reading, po1, 6),
    description: readDescription(reading, loop),
    quantity,
    price: po1 && readPrice(reading, po1, 4, quantity ?? deliveries[0]?.quantity),
    dates: readDates(reading, loop),
    deliveries,
    parties: readParties(reading, loop),
    references: readReferences(reading, loop),
    notes: readNotes(reading, loop),
  });
}

/** AMT02 of AMT01 `TT`, which stands in the loop of CTT. */
function readTotal(reading: Reading, root: LoopInstance): string | undefined {
  const amt = loopsIn(root, 'CTT')
    .flatMap((loop) => segmentsIn(loop, 'AMT'))
    .find((segment) => segment.text(1) === 'TT');
  if (amt === undefined) return undefined;
  reading.note(amt, 1);
  return reading.decimal(amt, { element: 2 });
}
