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
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { loopsBeginning } from '../reading.ts';
import { dateOfDigits, otherScheme, stated } from '../values.ts';
import { dateEvents, itemSchemes, partyRoles, partySchemes, purposes, units } from './codes.ts';

/** The first QTY with one of these qualifiers (6063), its value (6060) and unit (6411). */
export function readQuantity(
  reading: Reading,
  loop: LoopInstance,
  ...qualifiers: readonly string[]
): StatedQuantity | undefined {
  const qty = segmentsIn(loop, 'QTY').find((segment) => qualifiers.includes(segment.text(1)));
  return qty && readQuantityOf(reading, qty);
}

export function readQuantityOf(reading: Reading, qty: Segment): StatedQuantity | undefined {
  reading.note(qty, 1);
  const value = reading.decimal(qty, { element: 1, component: 2 });
  if (value === undefined) return undefined;
  const unit = reading.coded(qty, { element: 1, component: 3 }, units, 'unit of measure');
  return unit === undefined ? { value } : { value, unit };
}

/** PRI `AAA` (net), else `AAB` (gross): amount (5118) per 5284 of 6411, else per one of the line's unit. */
export function readPrice(
  reading: Reading,
  loop: LoopInstance,
  quantity: StatedQuantity | undefined,
): StatedPrice | undefined {
  const all = loopsBeginning(loop, 'PRI').flatMap((group) => segmentsIn(group, 'PRI'));
  const pri = all.find((p) => p.text(1) === 'AAA') ?? all.find((p) => p.text(1) === 'AAB');
  if (pri === undefined) return undefined;
  const basis = reading.text(pri, 1);
  const amount = reading.decimal(pri, { element: 1, component: 2 });
  if (amount === undefined) return undefined;
  const value = reading.decimal(pri, { element: 1, component: 5 }) ?? '1';
  const unit = reading.coded(pri, { element: 1, component: 6 }, units, 'unit of measure') ?? quantity?.unit;
  return { amount, per: stated({ value, unit }), basis };
}

/** LIN's own number (C212) and those of PIA, but for the qualifiers (7143) left aside. */
export function readItem(reading: Reading, loop: LoopInstance, aside: readonly string[] = []): Identifier[] {
  const lin = segmentIn(loop, 'LIN');
  const own = lin ? readNumber(reading, lin, 3, aside) : [];
  // PIA 4347: 1 additional, 5 the product itself; numbers of what may replace it one day stay unread.
  return [...own, ...readNumbers(reading, loop, ['1', '5'], aside)];
}

/** PIA 4347 `3`: the item that comes instead. */
export const readSubstitute = (reading: Reading, loop: LoopInstance): Identifier[] =>
  readNumbers(reading, loop, ['3'], []);

function readNumbers(
  reading: Reading,
  loop: LoopInstance,
  codes: readonly string[],
  aside: readonly string[],
): Identifier[] {
  const found: Identifier[] = [];
  for (const pia of segmentsIn(loop, 'PIA')) {
    if (!codes.includes(pia.text(1))) continue;
    reading.note(pia, 1);
    for (let element = 2; element <= pia.elements.length; element++)
      found.push(...readNumber(reading, pia, element, aside));
  }
  return found;
}

function readNumber(
  reading: Reading,
  segment: Segment,
  element: number,
  aside: readonly string[],
): Identifier[] {
  const qualifier = segment.text(element, 2);
  const scheme = itemScheme(qualifier, segment.text(element));
  if (scheme === undefined || aside.includes(qualifier)) return [];
  const value = reading.text(segment, element);
  if (value === '') return [];
  reading.note(segment, element, 2);
  return [{ scheme, value }];
}

function itemScheme(qualifier: string, value: string): string | undefined {
  const scheme = itemSchemes.get(qualifier);
  const isOther = scheme === undefined || (scheme === 'gtin' && !/^\d{8,14}$/.test(value));
  return isOther ? otherScheme('edifact:', qualifier || 'none') : scheme;
}

/** NAD groups: role, number (C082), name and address (C080 or C058, C059, 3164, 3229, 3251, 3207). */
export const readParties = (reading: Reading, loop: LoopInstance): TradeParty[] =>
  loopsBeginning(loop, 'NAD').flatMap((group) => {
    const nad = segmentIn(group, 'NAD');
    return nad === undefined ? [] : [readParty(reading, nad)];
  });

function readParty(reading: Reading, nad: Segment): TradeParty {
  const code = reading.text(nad, 1);
  const agency = nad.text(2, 3);
  const scheme = partySchemes.get(agency) ?? otherScheme('edifact:3055-', agency || 'none');
  const value = scheme === undefined ? '' : reading.text(nad, 2);
  if (value !== '') reading.note(nad, 2, 3);
  const lines = (element: number, count: number): string[] =>
    Array.from({ length: count }, (_, i) => reading.text(nad, element, i + 1)).filter((line) => line !== '');
  const name = [...lines(4, 5), ...lines(3, 5)].join(' ') || undefined;
  const street = lines(5, 4);
  return stated({
    role: partyRoles.get(code) ?? 'other',
    code,
    name,
    identifiers: scheme === undefined || value === '' ? [] : [{ scheme, value }],
    street: street.length > 0 ? street : undefined,
    city: reading.optional(nad, 6),
    region: reading.optional(nad, 7),
    postalCode: reading.optional(nad, 8),
    country: reading.optional(nad, 9),
  });
}

/** DTM segments whose qualifier (2005) has a meaning here; the others stay unread. */
export const readDates = (reading: Reading, loop: LoopInstance): StatedDate[] =>
  segmentsIn(loop, 'DTM').flatMap((dtm) => {
    const code = dtm.text(1);
    const event = dateEvents.get(code);
    const date = event && readDay(reading, dtm);
    return event && date ? [{ event, code, date }] : [];
  });

/** The day of the first DTM with a qualifier. */
export function readDateOf(reading: Reading, loop: LoopInstance, ...codes: readonly string[]) {
  const dtm = segmentsIn(loop, 'DTM').find((segment) => codes.includes(segment.text(1)));
  return dtm && readDay(reading, dtm);
}

/** DTM 2380 in format 102 (CCYYMMDD), 203 or 204 (with a time, which is named as not held). */
export function readDay(reading: Reading, dtm: Segment): string | undefined {
  if (dtm.text(1, 2) === '') return undefined;
  reading.note(dtm, 1);
  const text = reading.text(dtm, 1, 2);
  const format = reading.text(dtm, 1, 3);
  const at = { element: 1, component: 2 };
  const date = ['102', '203', '204'].includes(format) ? dateOfDigits(text.slice(0, 8)) : undefined;
  if (date === undefined) reading.fault(dtm, at, `is no day in format ${format || 'none'} (102, 203, 204)`);
  else if (text.length > 8) reading.partly(dtm, at, 'the document holds the day and no time');
  return date;
}

/** RFF groups as they are, those with the qualifiers (1153) left aside not taken. */
export const readReferences = (
  reading: Reading,
  loop: LoopInstance,
  aside: readonly string[] = [],
): Reference[] =>
  references(loop).flatMap((rff) => {
    const code = rff.text(1);
    if (rff.text(1, 2) === '' || aside.includes(code)) return [];
    return [{ code: reading.text(rff, 1), value: reading.text(rff, 1, 2) }];
  });

/** The value of the first RFF with a qualifier. */
export function readReference(reading: Reading, loop: LoopInstance, code: string): string | undefined {
  const rff = references(loop).find((segment) => segment.text(1) === code);
  if (rff === undefined) return undefined;
  reading.note(rff, 1);
  return reading.optional(rff, 1, 2);
}

/** RFF `ON` with its line (1156) and the date of its group (DTM 171 or 4). */
export const readOrders = (reading: Reading, loop: LoopInstance): OrderReference[] =>
  loopsBeginning(loop, 'RFF').flatMap((group) => {
    const rff = segmentIn(group, 'RFF');
    if (rff?.text(1) !== 'ON' || rff.text(1, 2) === '') return [];
    reading.note(rff, 1);
    const date = readDateOf(reading, group, '171', '4');
    return [stated({ number: reading.text(rff, 1, 2), line: reading.optional(rff, 1, 3), date })];
  });

/** The line's own order (RFF `ON`), else the header's only one, with the line by RFF `LI`. */
export function readLineOrder(
  reading: Reading,
  loop: LoopInstance,
  ofHeader: readonly OrderReference[],
): OrderReference | undefined {
  const [own] = readOrders(reading, loop);
  const [only, ...others] = ofHeader;
  const li = references(loop).find((rff) => rff.text(1) === 'LI');
  if (li) reading.note(li, 1);
  const line = reading.optional(li, 1, 2) ?? (li && reading.optional(li, 1, 3));
  const order = own ?? (others.length === 0 ? only : undefined);
  if (order === undefined) {
    if (li && line) reading.partly(li, { element: 1, component: 2 }, 'a line of an order nobody names');
    return undefined;
  }
  return stated({ ...order, line: own?.line ?? line });
}

const references = (loop: LoopInstance): readonly Segment[] =>
  loopsBeginning(loop, 'RFF').flatMap((group) => segmentsIn(group, 'RFF'));

/** FTX: the lines of its text (C108). */
export const readNotes = (reading: Reading, loop: LoopInstance): string[] =>
  segmentsIn(loop, 'FTX').flatMap((ftx) => {
    reading.note(ftx, 1);
    const lines = Array.from({ length: 5 }, (_, i) => reading.text(ftx, 4, i + 1));
    return lines.filter((line) => line !== '');
  });

/** IMD: the text of its description (7008, both parts). */
export function readDescription(reading: Reading, loop: LoopInstance): string | undefined {
  const texts = segmentsIn(loop, 'IMD').flatMap((imd) => {
    const parts = [reading.text(imd, 3, 4), reading.text(imd, 3, 5)].filter((part) => part !== '');
    if (parts.length > 0) reading.note(imd, 1);
    return parts;
  });
  return texts.join(' ') || undefined;
}

/** CUX with 6347 `2`, the reference currency. */
export function readCurrency(reading: Reading, loop: LoopInstance): Currency | undefined {
  const cux = loopsBeginning(loop, 'CUX')
    .flatMap((group) => segmentsIn(group, 'CUX'))
    .find((segment) => segment.text(1) === '2');
  return cux && readCurrencyOf(reading, cux);
}

export function readCurrencyOf(reading: Reading, cux: Segment): Currency | undefined {
  reading.note(cux, 1);
  reading.note(cux, 1, 3);
  const currency = currencySchema.safeParse(reading.text(cux, 1, 2));
  if (currency.success) return currency.data;
  reading.fault(cux, { element: 1, component: 2 }, 'is no currency that is known here');
  return undefined;
}

/** BGM 1225 as purpose. */
export function readPurpose(reading: Reading, bgm: Segment | undefined): Purpose | undefined {
  const code = reading.optional(bgm, 3);
  return code === undefined ? undefined : { code, meaning: purposes.get(code) ?? 'other' };
}

/** CNT `2` must be the number of lines that came. */
export function checkLineCount(reading: Reading, root: LoopInstance, count: number): void {
  const cnt = segmentsIn(root, 'CNT').find((segment) => segment.text(1) === '2');
  if (cnt === undefined) return;
  reading.note(cnt, 1);
  const said = reading.decimal(cnt, { element: 1, component: 2 });
  if (said === undefined || said === String(count)) return;
  reading.fault(cnt, { element: 1, component: 2 }, `is not the number of lines, which is ${count}`);
}
