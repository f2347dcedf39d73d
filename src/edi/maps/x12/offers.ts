import type { CatalogPrice, LeadTime, Validity } from '#core/canonical/supplier-catalog.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { stated } from '../values.ts';
import { priceBases } from './codes.ts';
import { readCurrency, readQuantity } from './parts.ts';

/** Element 236, where it says who pays it. */
const priceKinds: ReadonlyMap<string, CatalogPrice['kind']> = new Map([
  ['CON', 'net'],
  ['NET', 'net'],
  ['UCP', 'net'],
  ['CAT', 'list'],
  ['LPR', 'list'],
  ['MSR', 'retail'],
  ['RES', 'retail'],
  ['RTL', 'retail'],
]);

/** Element 345. */
const leadTimeEnds: ReadonlyMap<string, LeadTime['until']> = new Map([
  ['AE', 'shipment'],
  ['AF', 'delivery'],
]);

/** Element 344. */
const timeUnits: ReadonlyMap<string, LeadTime['unit']> = new Map([
  ['DA', 'day'],
  ['WK', 'week'],
  ['MO', 'month'],
]);

/**
 * A price of CTP: amount (CTP03) of so many (CTP11, else by the basis CTP09, else one) of CTP05. CTP04 is the
 * quantity from which on it holds, up to which for the price identifier ICL. The currency and the validity (DTM) are
 * those of its loop. None when there is no amount.
 */
export function readCatalogPrice(reading: Reading, ctp: Segment, loop?: LoopInstance): CatalogPrice[] {
  const amount = reading.decimal(ctp, { element: 3 });
  if (amount === undefined) return [];
  const code = reading.optional(ctp, 2);
  const basis = reading.optional(ctp, 9);
  const value = reading.decimal(ctp, { element: 11 }) ?? (basis === undefined ? '1' : priceBases.get(basis));
  if (value === undefined) {
    reading.fault(ctp, { element: 9 }, 'is a basis of price that is not known here: a price per what?');
    return [];
  }
  const quantity = readQuantity(reading, ctp, 4);
  const price = stated({
    amount,
    per: stated({ value, unit: quantity?.unit }),
    kind: priceKinds.get(code ?? '') ?? ('other' as const),
    code,
    basis,
    qualifier: reading.optional(ctp, 1),
    multiplier: readMultiplier(reading, ctp),
    from: code === 'ICL' ? undefined : quantity,
    to: code === 'ICL' ? quantity : undefined,
    currency: loop && readCurrency(reading, loop),
    validity: loop ? readValidity(reading, loop) : {},
  });
  return [price];
}

/** CTP06 and CTP07: what the amount is to be multiplied by. */
function readMultiplier(reading: Reading, ctp: Segment): CatalogPrice['multiplier'] {
  const value = reading.decimal(ctp, { element: 7 });
  const code = value === undefined ? undefined : reading.optional(ctp, 6);
  return value === undefined || code === undefined ? undefined : { code, value };
}

/** DTM 007 or 196 is the first day, 036 or 197 the last. */
export function readValidity(reading: Reading, loop: LoopInstance): Validity {
  const day = (...codes: readonly string[]) => {
    const dtm = segmentsIn(loop, 'DTM').find((segment) => codes.includes(segment.text(1)));
    if (dtm) reading.note(dtm, 1);
    return reading.date(dtm, { element: 2 });
  };
  return stated({ from: day('007', '196'), to: day('036', '197') });
}

/** LDT: what for (LDT01), how long (LDT02) in which unit (LDT03), from when on (LDT04). */
export const readLeadTimes = (reading: Reading, loop: LoopInstance): LeadTime[] =>
  segmentsIn(loop, 'LDT').flatMap((ldt) => {
    const value = reading.decimal(ldt, { element: 2 });
    const code = reading.optional(ldt, 1);
    const unitCode = reading.optional(ldt, 3);
    if (value === undefined || code === undefined || unitCode === undefined) return [];
    return [
      stated({
        code,
        until: leadTimeEnds.get(code) ?? ('other' as const),
        value,
        unit: timeUnits.get(unitCode) ?? ('other' as const),
        unitCode,
        from: reading.date(ldt, { element: 4 }),
      }),
    ];
  });
