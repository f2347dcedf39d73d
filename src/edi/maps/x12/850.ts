import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import { decimalText, divide, micros, ONE } from '#core/kernel/decimal.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext, OrderParty } from '../order-context.ts';
import { aboutLine, aboutOrder, checkedBody, digitsOfDate, faultsOfOrder, inPieces } from '../writing.ts';

/** Element 98. */
const roleCodes: Readonly<Record<OrderParty['role'], string>> = {
  buyer: 'BY',
  supplier: 'SU',
  ship_to: 'ST',
  ship_from: 'SF',
  bill_to: 'BT',
  remit_to: 'RI',
};

/** Element 66. */
const partyQualifiers: ReadonlyMap<string, string> = new Map([
  ['duns', '1'],
  ['duns4', '9'],
  ['supplier', '91'],
  ['buyer', '92'],
  ['gln', 'UL'],
]);

/** Element 355. */
const unitCodes: Readonly<Record<UnitCode, string>> = {
  EA: 'EA',
  PR: 'PR',
  DZN: 'DZ',
  GRM: 'GR',
  KGM: 'KG',
  MLT: 'ML',
  LTR: 'LT',
  MTR: 'MR',
  XBX: 'BX',
  XCS: 'CA',
  XPK: 'PK',
  XPX: 'PL',
};

/** Element 235 of a GTIN, by its digits. */
const gtinQualifiers: ReadonlyMap<number, string> = new Map([
  [8, 'EO'],
  [12, 'UP'],
  [13, 'EN'],
  [14, 'UK'],
]);

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
  const envelope = {
    header: new Segment('ST', ['850', '0001']),
    trailer: new Segment('SE', [String(body.length + 2), '0001']),
  };
  return checkedBody(body, envelope, schema);
}

function partySegments(party: OrderParty): Segment[] {
  const { role, name = '', identifiers, street = [], city, region, postalCode, country } = party;
  const known = identifiers.find(({ scheme }) => partyQualifiers.has(scheme));
  const number = known ? [partyQualifiers.get(known.scheme) ?? '', known.value] : [];
  const place = [city ?? '', region ?? '', postalCode ?? '', country ?? ''];
  return [
    new Segment('N1', [roleCodes[role], name, ...number]),
    ...inPairs(street).map((pair) => new Segment('N3', pair)),
    ...(place.some((part) => part !== '') ? [new Segment('N4', place)] : []),
  ];
}

const inPairs = (texts: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(texts.length / 2) }, (_, i) => texts.slice(2 * i, 2 * i + 2));

function lineSegments(line: PurchaseOrderLine, { items }: OrderContext, faults: Finding[]): Segment[] {
  const { lineNumber, itemId, quantity, requestedDate } = line;
  const item = items.get(itemId);
  const numbers = (item?.identifiers ?? []).flatMap(numberOf);
  if (numbers.length === 0) faults.push(aboutLine(line, `has no number of ${itemId} that the partner knows`));
  const [amount, basis] = priceOf(line, faults);
  const head = [String(lineNumber), quantity.value, unitCodes[quantity.unit], amount, basis];
  return [
    new Segment('PO1', [...head, ...numbers]),
    ...inPieces(item?.description ?? '', 80).map((text) => new Segment('PID', ['F', '', '', '', text])),
    new Segment('DTM', ['002', digitsOfDate(requestedDate)]),
  ];
}

/** Qualifier and number; none for schemes that are nobody's but ours. */
function numberOf({ scheme, value }: Identifier): string[] {
  if (scheme === 'buyer-item') return ['BP', value];
  if (scheme === 'supplier-item') return ['VP', value];
  if (scheme.startsWith('x12:')) return [scheme.slice('x12:'.length).toUpperCase(), value];
  const qualifier = scheme === 'gtin' ? gtinQualifiers.get(value.length) : undefined;
  return qualifier === undefined ? [] : [qualifier, value];
}

/** PO104 and PO105: as stated where the basis has a code, else the price of one when that is exact. */
function priceOf(line: PurchaseOrderLine, faults: Finding[]): [string, string] {
  const { amount, per } = line.price;
  if (per.value === '1') return [amount, ''];
  if (per.value === '100') return [amount, 'HP'];
  if (per.value === '1000') return [amount, 'TP'];
  const [whole, count] = [micros(amount), micros(per.value)];
  const one = count === 0n ? undefined : divide(whole, count);
  if (one !== undefined && one * count === whole * ONE) return [decimalText(one), ''];
  faults.push(aboutLine(line, `has a price per ${per.value}, which no basis of PO105 says`));
  return ['', ''];
}
