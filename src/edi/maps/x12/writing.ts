import { decimalText, divide, micros, ONE } from '#core/kernel/decimal.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { TransactionSchema } from '../../codec/schema.ts';
import { Segment } from '../../codec/segment.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderItem, OrderParty } from '../order-context.ts';
import type { ItemLine, PricedLine } from '../writing.ts';
import { aboutLine, checkedBody, inPieces, withoutNumber } from '../writing.ts';

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
export const partyQualifiers: ReadonlyMap<string, string> = new Map([
  ['duns', '1'],
  ['duns4', '9'],
  ['supplier', '91'],
  ['buyer', '92'],
  ['gln', 'UL'],
]);

/** Element 355. */
export const unitCodes: Readonly<Record<UnitCode, string>> = {
  EA: 'EA',
  PR: 'PR',
  DZN: 'DZ',
  SET: 'ST',
  GRM: 'GR',
  KGM: 'KG',
  TNE: 'MP',
  ONZ: 'OZ',
  LBR: 'LB',
  MLT: 'ML',
  LTR: 'LT',
  GLL: 'GA',
  CMT: 'CM',
  MTR: 'MR',
  INH: 'IN',
  FOT: 'FT',
  MTK: 'SM',
  XBG: 'BG',
  XBX: 'BX',
  XCS: 'CA',
  XCT: 'CT',
  XPK: 'PK',
  XPL: 'PA',
  XPX: 'PL',
  XRO: 'RL',
};

/** Element 235 of a GTIN, by its digits. */
const gtinQualifiers: ReadonlyMap<number, string> = new Map([
  [8, 'EO'],
  [12, 'UP'],
  [13, 'EN'],
  [14, 'UK'],
]);

/** N1 with role, name and number; N3 and N4 with its address. */
export function partySegments(party: OrderParty): Segment[] {
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

/** Pairs of qualifier and number (235, 234) of a line's item; a fault when the partner knows none of them. */
export function numbersOf(
  line: ItemLine,
  items: ReadonlyMap<string, OrderItem>,
  faults: Finding[],
): readonly string[] {
  const numbers = (items.get(line.itemId)?.identifiers ?? []).flatMap(numberOf);
  if (numbers.length === 0) faults.push(withoutNumber(line));
  return numbers;
}

/** PID `F`: a text of any length, 80 characters a segment. */
export const descriptions = (text: string): Segment[] =>
  inPieces(text, 80).map((piece) => new Segment('PID', ['F', '', '', '', piece]));

/** Qualifier and number; none for schemes that are nobody's but ours. */
function numberOf({ scheme, value }: Identifier): string[] {
  if (scheme === 'buyer-item') return ['BP', value];
  if (scheme === 'supplier-item') return ['VP', value];
  if (scheme.startsWith('x12:')) return [scheme.slice('x12:'.length).toUpperCase(), value];
  const qualifier = scheme === 'gtin' ? gtinQualifiers.get(value.length) : undefined;
  return qualifier === undefined ? [] : [qualifier, value];
}

/** Unit price (212) and basis (639): as stated where the basis has a code, else the price of one if that is exact. */
export function priceElements(line: PricedLine, faults: Finding[]): [string, string] {
  const { amount, per } = line.price;
  if (per.value === '1') return [amount, ''];
  if (per.value === '100') return [amount, 'HP'];
  if (per.value === '1000') return [amount, 'TP'];
  const [whole, count] = [micros(amount), micros(per.value)];
  const one = count === 0n ? undefined : divide(whole, count);
  if (one !== undefined && one * count === whole * ONE) return [decimalText(one), ''];
  faults.push(aboutLine(line, `has a price per ${per.value}, which no basis of price (639) says`));
  return ['', ''];
}

/** The body when its schema finds it clean between ST and SE, else what is wrong with it. */
export function checkedX12(body: readonly Segment[], schema: TransactionSchema): MappedOut {
  const envelope = {
    header: new Segment('ST', [schema.type, '0001']),
    trailer: new Segment('SE', [String(body.length + 2), '0001']),
  };
  return checkedBody(body, envelope, schema);
}
