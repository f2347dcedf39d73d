import type {
  OrderReference,
  Purpose,
  Reference,
  StatedDate,
  StatedPrice,
  StatedQuantity,
  TradeParty,
} from '#core/canonical/trade.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { Currency } from '#core/kernel/money.ts';
import { currencySchema } from '#core/kernel/money.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { otherScheme, stated } from '../values.ts';
import { dateEvents, itemSchemes, partyRoles, partySchemes, priceBases, purposes, units } from './codes.ts';

/** A quantity and its unit (380, 355), the unit next to it unless another place is given. */
export function readQuantity(
  reading: Reading,
  segment: Segment,
  element: number,
  unitElement = element + 1,
): StatedQuantity | undefined {
  const value = reading.decimal(segment, { element });
  if (value === undefined) return undefined;
  const unit = reading.coded(segment, { element: unitElement }, units, 'unit of measure');
  return unit === undefined ? { value } : { value, unit };
}

/** Unit price (212) and its basis (639): per unit of the line, per hundred or per thousand. */
export function readPrice(
  reading: Reading,
  segment: Segment,
  element: number,
  quantity: StatedQuantity | undefined,
): StatedPrice | undefined {
  const amount = reading.decimal(segment, { element });
  if (amount === undefined) return undefined;
  const basisAt = { element: element + 1 };
  const basis = reading.optional(segment, basisAt.element);
  const value = basis === undefined ? '1' : priceBases.get(basis);
  if (value === undefined) {
    reading.fault(segment, basisAt, 'is a basis of price that is not known here: a price per what?');
    return undefined;
  }
  const unit = quantity?.unit;
  return stated({ amount, per: stated({ value, unit }), basis });
}

/** Pairs of qualifier and number (235, 234) from an element on, those with the qualifiers left aside not taken. */
export function readItem(
  reading: Reading,
  segment: Segment | undefined,
  first: number,
  aside: readonly string[] = [],
): Identifier[] {
  const found: Identifier[] = [];
  if (segment === undefined) return found;
  for (let at = first; at < segment.elements.length; at += 2) {
    const qualifier = segment.text(at);
    const value = segment.text(at + 1);
    const scheme = itemScheme(qualifier, value);
    if (scheme === undefined || value === '' || aside.includes(qualifier)) continue;
    reading.note(segment, at);
    found.push({ scheme, value: reading.text(segment, at + 1) });
  }
  return found;
}

function itemScheme(qualifier: string, value: string): string | undefined {
  const scheme = itemSchemes.get(qualifier);
  const isOther = scheme === undefined || (scheme === 'gtin' && !/^\d{8,14}$/.test(value));
  return isOther ? otherScheme('x12:', qualifier) : scheme;
}

/** The number with one qualifier among such pairs. */
export function readPair(
  reading: Reading,
  segment: Segment | undefined,
  first: number,
  qualifier: string,
): string | undefined {
  if (segment === undefined) return undefined;
  for (let at = first; at < segment.elements.length; at += 2)
    if (segment.text(at) === qualifier) {
      reading.note(segment, at);
      return reading.optional(segment, at + 1);
    }
  return undefined;
}

/** N1 loops with N2, N3 and N4. Parties whose role is not known are `other`, with their code. */
export const readParties = (reading: Reading, loop: LoopInstance): TradeParty[] =>
  loopsIn(loop, 'N1').flatMap((party) => {
    const n1 = segmentIn(party, 'N1');
    return n1 === undefined ? [] : [readParty(reading, party, n1)];
  });

function readParty(reading: Reading, loop: LoopInstance, n1: Segment): TradeParty {
  const code = reading.text(n1, 1);
  const qualifier = n1.text(3);
  const scheme = partySchemes.get(qualifier) ?? otherScheme('x12:66-', qualifier);
  if (scheme !== undefined) reading.note(n1, 3);
  const value = scheme === undefined ? '' : reading.text(n1, 4);
  const names = [
    reading.text(n1, 2),
    ...segmentsIn(loop, 'N2').flatMap((n2) => [reading.text(n2, 1), reading.text(n2, 2)]),
  ].filter((name) => name !== '');
  const street = segmentsIn(loop, 'N3')
    .flatMap((n3) => [reading.text(n3, 1), reading.text(n3, 2)])
    .filter((line) => line !== '');
  const n4 = segmentIn(loop, 'N4');
  return stated({
    role: partyRoles.get(code) ?? 'other',
    code,
    name: names.join(' ') || undefined,
    identifiers: scheme !== undefined && value !== '' ? [{ scheme, value }] : [],
    street: street.length > 0 ? street : undefined,
    city: reading.optional(n4, 1),
    region: reading.optional(n4, 2),
    postalCode: reading.optional(n4, 3),
    country: reading.optional(n4, 4),
  });
}

/** DTM segments whose qualifier (374) has a meaning here; the others stay unread. */
export const readDates = (reading: Reading, loop: LoopInstance): StatedDate[] =>
  segmentsIn(loop, 'DTM').flatMap((dtm) => readDate(reading, dtm, 1));

/** A qualifier and, in the next element, its date; none when it has no meaning here. */
export function readDate(reading: Reading, segment: Segment, element: number): StatedDate[] {
  const code = segment.text(element);
  const event = dateEvents.get(code);
  if (event === undefined) return [];
  reading.note(segment, element);
  const date = reading.date(segment, { element: element + 1 });
  return date === undefined ? [] : [{ event, code, date }];
}

/** Every date once: partners repeat in DTM what they said in ACK. */
export function eachOnce(dates: readonly StatedDate[]): StatedDate[] {
  const kept: StatedDate[] = [];
  for (const date of dates)
    if (!kept.some((other) => other.code === date.code && other.date === date.date)) kept.push(date);
  return kept;
}

/** REF segments as they are, those with the qualifiers left aside not taken. */
export const readReferences = (
  reading: Reading,
  loop: LoopInstance,
  aside: readonly string[] = [],
): Reference[] =>
  segmentsIn(loop, 'REF').flatMap((ref) => {
    const code = ref.text(1);
    if (ref.text(2) === '' || aside.includes(code)) return [];
    return [{ code: reading.text(ref, 1), value: reading.text(ref, 2) }];
  });

/** The value of the first REF with a qualifier. */
export function readReference(reading: Reading, loop: LoopInstance, code: string): string | undefined {
  const ref = segmentsIn(loop, 'REF').find((segment) => segment.text(1) === code);
  if (ref === undefined) return undefined;
  reading.note(ref, 1);
  return reading.optional(ref, 2);
}

/** Free text: N9 loops with their messages, and MSG of a line. */
export function readNotes(reading: Reading, loop: LoopInstance): string[] {
  const messages = [
    ...segmentsIn(loop, 'MSG'),
    ...loopsIn(loop, 'N9').flatMap((n9) => segmentsIn(n9, 'MSG')),
  ];
  return messages.map((msg) => reading.text(msg, 1)).filter((text) => text !== '');
}

/** PID05 of the free-form descriptions (PID01 `F`). */
export function readDescription(reading: Reading, loop: LoopInstance): string | undefined {
  const texts = [...loopsIn(loop, 'PID').flatMap((pid) => segmentsIn(pid, 'PID')), ...segmentsIn(loop, 'PID')]
    .filter((pid) => pid.text(1) === 'F' && pid.text(5) !== '')
    .map((pid) => {
      reading.note(pid, 1);
      return reading.text(pid, 5);
    });
  return texts.join(' ') || undefined;
}

/** CUR02. */
export function readCurrency(reading: Reading, loop: LoopInstance): Currency | undefined {
  const cur = segmentIn(loop, 'CUR');
  const code = reading.text(cur, 2);
  if (code === '') return undefined;
  if (cur) reading.note(cur, 1);
  const currency = currencySchema.safeParse(code);
  if (currency.success) return currency.data;
  reading.fault(cur, { element: 2 }, 'is no currency that is known here');
  return undefined;
}

/** A purpose (353). */
export function readPurpose(
  reading: Reading,
  segment: Segment | undefined,
  element: number,
): Purpose | undefined {
  const code = reading.optional(segment, element);
  return code === undefined ? undefined : { code, meaning: purposes.get(code) ?? 'other' };
}

/** An order's number (324) with its release and date, undefined where there is no number. */
export function orderReference(
  number: string | undefined,
  more: { release?: string | undefined; line?: string | undefined; date?: string | undefined } = {},
): OrderReference | undefined {
  return number === undefined ? undefined : stated({ number, ...more });
}

/** CTT01 must be the number of lines (of HL in the 856) that came. */
export function checkLineCount(reading: Reading, ctt: Segment | undefined, count: number): void {
  const said = reading.text(ctt, 1);
  if (ctt === undefined || said === '' || Number(said) === count) return;
  reading.fault(ctt, { element: 1 }, `is not the number of lines, which is ${count}`);
}

/** The CTT segment, which stands in a loop of its own in orders and their answers. */
export const totalsIn = (root: LoopInstance): Segment | undefined =>
  segmentIn(root, 'CTT') ?? loopsIn(root, 'CTT')[0]?.segments.find(({ id }) => id === 'CTT');
