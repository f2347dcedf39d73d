import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { Composite } from '../../codec/segment.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext, OrderParty } from '../order-context.ts';
import { aboutLine, aboutOrder, checkedBody, digitsOfDate, faultsOfOrder, inPieces } from '../writing.ts';

/** Element 3035. */
const roleCodes: Readonly<Record<OrderParty['role'], string>> = {
  buyer: 'BY',
  supplier: 'SU',
  ship_to: 'DP',
  ship_from: 'SF',
  bill_to: 'IV',
  remit_to: 'PE',
};

/** Element 3055. */
const agencies: ReadonlyMap<string, string> = new Map([
  ['gln', '9'],
  ['duns', '16'],
  ['supplier', '91'],
  ['buyer', '92'],
]);

/** PIA has room for five numbers. */
const NUMBERS_A_PIA = 5;

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
  const name = ['ORDERS', version.slice(0, 1), version.slice(1), 'UN'];
  const envelope = {
    header: new Segment('UNH', ['1', name]),
    trailer: new Segment('UNT', [String(body.length + 2), '1']),
  };
  return checkedBody(body, envelope, schema);
}

const dtm = (qualifier: string, date: string): Segment =>
  new Segment('DTM', [[qualifier, digitsOfDate(date), '102']]);

function partySegment(party: OrderParty): Segment {
  const { role, name = '', identifiers, street = [], city, region, postalCode, country } = party;
  const known = identifiers.find(({ scheme }) => agencies.has(scheme));
  return new Segment('NAD', [
    roleCodes[role],
    known ? [known.value, '', agencies.get(known.scheme) ?? ''] : '',
    '',
    plain(inPieces(name, 35)),
    plain(street),
    city ?? '',
    region ?? '',
    postalCode ?? '',
    country ?? '',
  ]);
}

/** One component alone is a plain value. */
const plain = (parts: readonly string[]): string | Composite => (parts.length > 1 ? parts : (parts[0] ?? ''));

function lineSegments(line: PurchaseOrderLine, { items }: OrderContext, faults: Finding[]): Segment[] {
  const { lineNumber, itemId, quantity, price, requestedDate } = line;
  const item = items.get(itemId);
  const gtin = item?.identifiers.find(({ scheme }) => scheme === 'gtin');
  const others = (item?.identifiers ?? []).filter((identifier) => identifier !== gtin).flatMap(numberOf);
  if (gtin === undefined && others.length === 0)
    faults.push(aboutLine(line, `has no number of ${itemId} that the partner knows`));
  const { value, unit } = quantity;
  return [
    new Segment('LIN', [String(lineNumber), '', gtin ? [gtin.value, 'EN'] : '']),
    ...pias(others),
    ...descriptions(item?.description ?? ''),
    new Segment('QTY', [['21', value, unit]]),
    dtm('2', requestedDate),
    new Segment('PRI', [['AAA', price.amount, '', '', price.per.value, price.per.unit]]),
  ];
}

/** Number and qualifier (7140, 7143); none for schemes nobody knows but we. */
function numberOf({ scheme, value }: Identifier): Composite[] {
  if (scheme === 'buyer-item') return [[value, 'BP']];
  if (scheme === 'supplier-item') return [[value, 'SA']];
  if (scheme === 'gtin') return [[value, 'EN']];
  return scheme.startsWith('edifact:') ? [[value, scheme.slice('edifact:'.length).toUpperCase()]] : [];
}

const pias = (numbers: readonly Composite[]): Segment[] =>
  Array.from(
    { length: Math.ceil(numbers.length / NUMBERS_A_PIA) },
    (_, i) => new Segment('PIA', ['1', ...numbers.slice(i * NUMBERS_A_PIA, (i + 1) * NUMBERS_A_PIA)]),
  );

/** IMD has room for two texts of 35. */
function descriptions(text: string): Segment[] {
  const pieces = inPieces(text, 35);
  return Array.from(
    { length: Math.ceil(pieces.length / 2) },
    (_, i) => new Segment('IMD', ['F', '', ['', '', '', ...pieces.slice(2 * i, 2 * i + 2)]]),
  );
}
