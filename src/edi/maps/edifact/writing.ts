import type { Identifier } from '#core/kernel/identifiers.ts';
import type { TransactionSchema } from '../../codec/schema.ts';
import type { Composite } from '../../codec/segment.ts';
import { Segment } from '../../codec/segment.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderItem, OrderParty } from '../order-context.ts';
import type { ItemLine } from '../writing.ts';
import { checkedBody, digitsOfDate, inPieces, withoutNumber } from '../writing.ts';

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
export const agencies: ReadonlyMap<string, string> = new Map([
  ['gln', '9'],
  ['duns', '16'],
  ['supplier', '91'],
  ['buyer', '92'],
]);

/** PIA has room for five numbers. */
const NUMBERS_A_PIA = 5;

/** A day (2380) in format 102. */
export const dtm = (qualifier: string, date: string): Segment =>
  new Segment('DTM', [[qualifier, digitsOfDate(date), '102']]);

/** NAD with role, number and agency, name and address. */
export function partySegment(party: OrderParty): Segment {
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

/**
 * LIN with line, action (1229) and GTIN, PIA with the other numbers, IMD; a fault when the partner knows no number of
 * the item.
 */
export function itemSegments(
  line: ItemLine,
  items: ReadonlyMap<string, OrderItem>,
  faults: Finding[],
  action = '',
): Segment[] {
  const { identifiers = [], description = '' } = items.get(line.itemId) ?? {};
  const gtin = identifiers.find(({ scheme }) => scheme === 'gtin');
  const others = identifiers.filter((identifier) => identifier !== gtin).flatMap(numberOf);
  if (gtin === undefined && others.length === 0) faults.push(withoutNumber(line));
  return [
    new Segment('LIN', [String(line.lineNumber), action, gtin ? [gtin.value, 'EN'] : '']),
    ...pias(others),
    ...descriptions(description),
  ];
}

/** Number and qualifier (7140, 7143); none for schemes nobody knows but we. */
function numberOf({ scheme, value }: Identifier): Composite[] {
  if (scheme === 'buyer-item') return [[value, 'BP']];
  if (scheme === 'supplier-item') return [[value, 'SA']];
  if (scheme === 'gtin') return [[value, 'EN']];
  return scheme.startsWith('edifact:') ? [[value, scheme.slice('edifact:'.length).toUpperCase()]] : [];
}

/** PIA `1`: additional numbers, five a segment. */
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

/** The body when its schema finds it clean between UNH and UNT, else what is wrong with it. */
export function checkedEdifact(body: readonly Segment[], schema: TransactionSchema): MappedOut {
  const { type, version } = schema;
  const envelope = {
    header: new Segment('UNH', ['1', [type, version.slice(0, 1), version.slice(1), 'UN']]),
    trailer: new Segment('UNT', [String(body.length + 2), '1']),
  };
  return checkedBody(body, envelope, schema);
}
