import type { CustomerOrder, CustomerOrderLine } from '#core/canonical/customer-order.ts';
import { customerOrderSchema } from '#core/canonical/customer-order.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Transaction } from '../../codec/interchange.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, Mapped, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { loopsBeginning, Reading, withoutLoops } from '../reading.ts';
import { stated } from '../values.ts';
import { aboutOrder, faultsOfOrder } from '../writing.ts';
import { readDeliveries } from './deliveries.ts';
import {
  checkLineCount,
  readCurrency,
  readDateOf,
  readDates,
  readDescription,
  readItem,
  readNotes,
  readParties,
  readPrice,
  readPurpose,
  readQuantity,
  readReference,
  readReferences,
} from './parts.ts';
import { checkedEdifact, dtm, itemSegments, partySegment } from './writing.ts';

/**
 * Write an order as the body of an ORDERS.
 * 1. BGM: order (220), number, original (9). DTM 137: its date. NAD: the parties. CUX: the order's currency.
 * 2. LIN: line and GTIN. PIA: the other numbers. IMD: description. QTY 21, DTM 2, PRI AAA with 5284 and 6411.
 * 3. UNS, MOA 86: the order's total, CNT 2: number of lines.
 * Faults: no number, a price in another unit, an item without numbers the partner knows, and whatever the
 * directory's schema refuses. Units are those of Recommendations 20 and 21.
 */
export function writeOrders(order: PurchaseOrder, context: OrderContext, version: string): MappedOut {
  const schema = findEdifactSchema('ORDERS', version);
  if (schema === undefined) return { ok: false, faults: [aboutOrder(`there is no ORDERS in ${version}`)] };
  const faults = faultsOfOrder(order);
  const { number = '', orderDate, total, lines } = order;
  const body = [
    new Segment('BGM', ['220', number, '9']),
    dtm('137', orderDate),
    ...context.parties.map(partySegment),
    new Segment('CUX', [['2', total.currency, '9']]),
    ...lines.flatMap((line) => lineSegments(line, context, faults)),
    new Segment('UNS', ['S']),
    new Segment('MOA', [['86', total.amount]]),
    new Segment('CNT', [['2', String(lines.length)]]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return checkedEdifact(body, schema);
}

function lineSegments(line: PurchaseOrderLine, { items }: OrderContext, faults: Finding[]): Segment[] {
  const { quantity, price, requestedDate } = line;
  const { value, unit } = quantity;
  return [
    ...itemSegments(line, items, faults),
    new Segment('QTY', [['21', value, unit]]),
    dtm('2', requestedDate),
    new Segment('PRI', [['AAA', price.amount, '', '', price.per.value, price.per.unit]]),
  ];
}

/**
 * Read an ORDERS as a customer's order.
 * 1. BGM: kind (1001), number (1004), purpose (1225). DTM 137, else 4: its day. RFF CT: contract, RE: release.
 *    NAD, CUX, FTX as they are.
 * 2. LIN and PIA: line and numbers. QTY 21, else 1. PRI as it is. DTM, SCC and LOC 7 for what is wanted when and where.
 * 3. CNT 2 must be the number of lines. MOA 86: the customer's total.
 * Faults: no number, a line without any quantity, and what no code list or decimal holds.
 */
export function readOrders(transaction: Transaction): Mapped<CustomerOrder> {
  const { root } = transaction;
  if (root === undefined) return withoutLoops(transaction);
  const reading = new Reading(transaction);
  const bgm = segmentIn(root, 'BGM');
  const lines = loopsBeginning(root, 'LIN').map((loop) => readLine(reading, loop));
  checkLineCount(reading, root, lines.length);
  const document = stated({
    standard: 'edifact' as const,
    number: reading.required(bgm, 2, 'the number of the order'),
    release: readReference(reading, root, 'RE'),
    type: reading.optional(bgm, 1),
    purpose: readPurpose(reading, bgm),
    orderedOn: readDateOf(reading, root, '137') ?? readDateOf(reading, root, '4'),
    contract: readReference(reading, root, 'CT'),
    currency: readCurrency(reading, root),
    parties: readParties(reading, root),
    references: readReferences(reading, root, ['CT', 'RE']),
    dates: readDates(reading, root),
    notes: readNotes(reading, root),
    lines,
    total: readTotal(reading, root),
  });
  return reading.finish(document, customerOrderSchema);
}

function readLine(reading: Reading, loop: LoopInstance): CustomerOrderLine {
  const lin = segmentIn(loop, 'LIN');
  const quantity = readQuantity(reading, loop, '21') ?? readQuantity(reading, loop, '1');
  const deliveries = readDeliveries(reading, loop);
  if (quantity === undefined && deliveries.length === 0)
    reading.fault(lin, {}, 'a line without any quantity (QTY 21)');
  return stated({
    lineNumber: reading.optional(lin, 1),
    item: readItem(reading, loop),
    description: readDescription(reading, loop),
    quantity,
    price: readPrice(reading, loop, quantity ?? deliveries[0]?.quantity),
    dates: readDates(reading, loop),
    deliveries,
    parties: readParties(reading, loop),
    references: readReferences(reading, loop),
    notes: readNotes(reading, loop),
  });
}

/** MOA 5004 of 5025 `86`. */
function readTotal(reading: Reading, root: LoopInstance): string | undefined {
  const moa = segmentsIn(root, 'MOA').find((segment) => segment.text(1) === '86');
  if (moa === undefined) return undefined;
  reading.note(moa, 1);
  return reading.decimal(moa, { element: 1, component: 2 });
}
