import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { aboutOrder, digitsOfDate, faultsOfOrder } from '../writing.ts';
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
