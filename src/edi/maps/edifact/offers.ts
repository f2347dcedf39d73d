import type { CatalogPrice, LeadTime, Validity } from '#core/canonical/supplier-catalog.ts';
import type { StatedQuantity } from '#core/canonical/trade.ts';
import type { Currency } from '#core/kernel/money.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { loopsBeginning } from '../reading.ts';
import { dateOfDigits, stated } from '../values.ts';
import { units } from './codes.ts';
import { readCurrencyOf, readDateOf } from './parts.ts';

/** Element 5387: prices that the buyer asks of others, whatever 5125 says. */
const retailTypes: ReadonlySet<string> = new Set(['SRP', 'RTP']);

/** Element 5125. */
const priceKinds: ReadonlyMap<string, CatalogPrice['kind']> = new Map([
  ['AAA', 'net'],
  ['AAB', 'list'],
]);

/** Element 2379 of a period. */
const timeUnits: ReadonlyMap<string, LeadTime['unit']> = new Map([
  ['802', 'month'],
  ['803', 'week'],
  ['804', 'day'],
]);

/** What the prices of a group are taken to have that do not say it themselves. */
export interface PriceDefaults {
  readonly unit?: UnitCode | undefined;
  readonly currency?: Currency | undefined;
}

/** PRI groups: every price with its currency (CUX), price break (RNG) and validity (DTM). */
export const readCatalogPrices = (
  reading: Reading,
  loop: LoopInstance,
  defaults: PriceDefaults = {},
): CatalogPrice[] =>
  loopsBeginning(loop, 'PRI').flatMap((group) => {
    const pri = segmentIn(group, 'PRI');
    return pri ? readCatalogPrice(reading, group, pri, defaults) : [];
  });

/** C509: amount (5118) per 5284 of 6411, by 5125, 5375 and 5387. None when there is no amount. */
function readCatalogPrice(
  reading: Reading,
  group: LoopInstance,
  pri: Segment,
  defaults: PriceDefaults,
): CatalogPrice[] {
  const amount = reading.decimal(pri, { element: 1, component: 2 });
  if (amount === undefined) return [];
  const code = reading.optional(pri, 1);
  const qualifier = reading.optional(pri, 1, 4);
  const value = reading.decimal(pri, { element: 1, component: 5 }) ?? '1';
  const unit = reading.coded(pri, { element: 1, component: 6 }, units, 'unit of measure') ?? defaults.unit;
  const cux = segmentIn(group, 'CUX');
  const price = stated({
    amount,
    per: stated({ value, unit }),
    kind: retailTypes.has(qualifier ?? '') ? ('retail' as const) : (priceKinds.get(code ?? '') ?? 'other'),
    code,
    basis: reading.optional(pri, 1, 3),
    qualifier,
    ...readRange(reading, group),
    currency: (cux && readCurrencyOf(reading, cux)) ?? defaults.currency,
    validity: readValidity(reading, group),
  });
  return [price];
}

/** RNG `4`: quantities from 6162 to 6152, in 6411. */
function readRange(reading: Reading, group: LoopInstance): { from?: StatedQuantity; to?: StatedQuantity } {
  const rng = segmentsIn(group, 'RNG').find((segment) => segment.text(1) === '4');
  if (rng === undefined) return {};
  reading.note(rng, 1);
  const unit = reading.coded(rng, { element: 2 }, units, 'unit of measure');
  const quantity = (component: number): StatedQuantity | undefined => {
    const value = reading.decimal(rng, { element: 2, component });
    return value === undefined ? undefined : stated({ value, unit });
  };
  return stated({ from: quantity(2), to: quantity(3) });
}

/** DTM 157, 194 or 7 is the first day, 36 or 206 the last; 273 in format 718 is both. */
export function readValidity(reading: Reading, loop: LoopInstance): Validity {
  const period = readPeriod(reading, loop);
  return stated({
    from: period?.from ?? readDateOf(reading, loop, '157', '194', '7'),
    to: period?.to ?? readDateOf(reading, loop, '36', '206'),
  });
}

function readPeriod(reading: Reading, loop: LoopInstance): { from: string; to: string } | undefined {
  const dtm = segmentsIn(loop, 'DTM').find((each) => each.text(1) === '273' && each.text(1, 3) === '718');
  if (dtm === undefined) return undefined;
  const text = dtm.text(1, 2).replace('-', '');
  const [from, to] = [dateOfDigits(text.slice(0, 8)), dateOfDigits(text.slice(8))];
  for (const component of [1, 2, 3]) reading.note(dtm, 1, component);
  if (from !== undefined && to !== undefined) return { from, to };
  reading.fault(dtm, { element: 1, component: 2 }, 'is no period written CCYYMMDDCCYYMMDD');
  return undefined;
}

/** DTM 169: so many days, weeks or months (2379 804, 803, 802). What is waited for no code says. */
export const readLeadTimes = (reading: Reading, loop: LoopInstance): LeadTime[] =>
  segmentsIn(loop, 'DTM').flatMap((dtm) => {
    if (dtm.text(1) !== '169') return [];
    const value = reading.decimal(dtm, { element: 1, component: 2 });
    const unitCode = reading.optional(dtm, 1, 3);
    if (value === undefined || unitCode === undefined) return [];
    const unit = timeUnits.get(unitCode) ?? 'other';
    return [{ code: reading.text(dtm, 1), until: 'other' as const, value, unit, unitCode }];
  });
