import type { ChangedOrderLine, OrderChange } from '#core/canonical/order-change.ts';
import { orderChangeNumber } from '#core/canonical/order-change.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { aboutOrder, faultsOfPrice, inPieces } from '../writing.ts';
import { checkedEdifact, dtm, itemSegments, partySegment } from './writing.ts';

/** Element 1225. */
const functionCodes: Readonly<Record<OrderChange['purpose'], string>> = {
  change: '4',
  cancellation: '1',
  confirmation: '6',
};

/** Element 1229. That a line is replaced whole has a code of its own only in later directories. */
const actionCodes: Readonly<Record<ChangedOrderLine['action'], string>> = {
  add: '1',
  delete: '2',
  change: '3',
  replace: '3',
};

/**
 * Write a change of an order as the body of an ORDCHG.
 * 1. BGM: change request (230), its own number, function. DTM 137: its day. FTX AAI: why. RFF ON with DTM 171: the
 *    order and its date; RFF RE: its release. NAD: the parties. CUX: the order's currency.
 * 2. LIN: line, added, deleted or changed (1229), GTIN. PIA: the other numbers. IMD: description. Of a line that
 *    stays: QTY 21 (the new total, whatever is agreed for POC03), DTM 2, PRI AAA; SCC 1 with QTY 21 and DTM 2 where it
 *    comes in several deliveries. FTX AAI: why.
 * 3. UNS, MOA 86: the order's new total, CNT 2: number of lines.
 * Faults: as for an ORDERS.
 */
export function writeOrdchg(change: OrderChange, context: OrderContext, version: string): MappedOut {
  const schema = findEdifactSchema('ORDCHG', version);
  if (schema === undefined) return { ok: false, faults: [aboutOrder(`there is no ORDCHG in ${version}`)] };
  const faults: Finding[] = [];
  const { purpose, order, changedOn, currency, total, lines } = change;
  const body = [
    new Segment('BGM', ['230', orderChangeNumber(change), functionCodes[purpose]]),
    dtm('137', changedOn),
    ...notes(change.reason),
    new Segment('RFF', [['ON', order.number]]),
    dtm('171', order.date),
    ...(order.release === undefined ? [] : [new Segment('RFF', [['RE', order.release]])]),
    ...context.parties.map(partySegment),
    new Segment('CUX', [['2', currency, '9']]),
    ...lines.flatMap((line) => lineSegments(line, change, context, faults)),
    new Segment('UNS', ['S']),
    ...(total === undefined ? [] : [new Segment('MOA', [['86', total]])]),
    new Segment('CNT', [['2', String(lines.length)]]),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedEdifact(body, schema);
}

/** FTX has room for five texts of 70. */
function notes(text = ''): Segment[] {
  const pieces = inPieces(text, 70);
  return Array.from({ length: Math.ceil(pieces.length / 5) }, (_, i) => {
    const lines = pieces.slice(5 * i, 5 * i + 5);
    return new Segment('FTX', ['AAI', '', '', lines.length > 1 ? lines : (lines[0] ?? '')]);
  });
}

function lineSegments(
  line: ChangedOrderLine,
  { currency }: OrderChange,
  { items }: OrderContext,
  faults: Finding[],
): Segment[] {
  const item = itemSegments(line, items, faults, actionCodes[line.action]);
  if (line.action === 'delete') return [...item, ...notes(line.reason)];
  faults.push(...faultsOfPrice(line, currency));
  const { quantity, price, requestedDate, deliveries = [] } = line;
  const ordered = (value: string): Segment => new Segment('QTY', [['21', value, quantity.unit]]);
  return [
    ...item,
    ordered(quantity.value),
    ...(deliveries.length > 0 ? [] : [dtm('2', requestedDate)]),
    ...notes(line.reason),
    new Segment('PRI', [['AAA', price.amount, '', '', price.per.value, price.per.unit]]),
    ...deliveries.flatMap((delivery) => [
      new Segment('SCC', ['1']),
      ordered(delivery.quantity),
      dtm('2', delivery.date),
    ]),
  ];
}
