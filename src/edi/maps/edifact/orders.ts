import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { aboutOrder, faultsOfOrder } from '../writing.ts';
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
