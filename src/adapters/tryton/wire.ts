/**
 * How Tryton writes values in JSON: decimals, dates and times are objects tagged with `__class__`; quantities are
 * plain numbers, because the ERP computes them as floating-point numbers itself.
 */
import * as z from 'zod';
import type { LocalDate } from '#core/kernel/dates.ts';
import { decimalText, type Micros, parseDecimal } from '#core/kernel/decimal.ts';

/** A decimal for the ERP: `{"__class__":"Decimal","decimal":"4.5"}`. */
export const wireDecimal = (decimal: string) => ({ __class__: 'Decimal', decimal }) as const;

/** A date for the ERP. */
export function wireDate(date: LocalDate) {
  const [year, month, day] = date.split('-').map(Number);
  return { __class__: 'date', year, month, day } as const;
}

/** An instant for the ERP, which keeps UTC without saying so; down to the microsecond. */
export function wireDateTime(instant: string) {
  const [date = '', time = ''] = instant.split('T');
  const [hour, minute] = time.split(':').map(Number);
  const [second, fraction = ''] = time.slice(6).replace('Z', '').split('.');
  const microsecond = Number(fraction.slice(0, 6).padEnd(6, '0'));
  return { ...wireDate(date), __class__: 'datetime', hour, minute, second: Number(second), microsecond };
}

/** A length of time for the ERP. */
export const wireDays = (days: number) => ({ __class__: 'timedelta', seconds: days * 86_400 }) as const;

const two = (value: number): string => String(value).padStart(2, '0');
const dateText = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

const dateParts = { year: z.int(), month: z.int(), day: z.int() };

/** Canonical text of a decimal of the ERP: no exponent, no trailing zeros, at most six decimals. */
export const decimalValue = z
  .object({ __class__: z.literal('Decimal'), decimal: z.string() })
  .transform(({ decimal }, context) => {
    const micros = parseDecimal(plain(decimal));
    if (micros !== undefined) return decimalText(micros);
    context.addIssue(`a decimal that cannot be kept exactly: ${decimal.slice(0, 40)}`);
    return z.NEVER;
  });

export const dateValue = z.object({ __class__: z.literal('date'), ...dateParts }).transform(dateText);

/** Instant text with microseconds always, so that versions compare as text: `2026-11-21T04:30:51.457000Z`. */
export const instantValue = z
  .object({
    __class__: z.literal('datetime'),
    ...dateParts,
    hour: z.int(),
    minute: z.int(),
    second: z.int(),
    microsecond: z.int(),
  })
  .transform(
    (value) =>
      `${dateText(value)}T${two(value.hour)}:${two(value.minute)}:${two(value.second)}.${String(value.microsecond).padStart(6, '0')}Z`,
  );

/** Whole days of a length of time, begun ones counted. */
export const daysValue = z
  .object({ __class__: z.literal('timedelta'), seconds: z.number() })
  .transform(({ seconds }) => Math.ceil(seconds / 86_400));

/** Decimal text of a quantity, rounded to the sixth decimal: what binary floating point adds behind that is noise. */
export const quantityValue = z.number().transform((value) => decimalText(quantityMicros(value)));

export const quantityMicros = (value: number): Micros => BigInt(Math.round(value * 1_000_000));

const WRITTEN = /^([-+]?)(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;

/** Python writes `1E+3` and `12.50000000`; both are plain decimals. Anything else is passed on as it is. */
function plain(decimal: string): string {
  const written = WRITTEN.exec(decimal);
  if (!written) return decimal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = written;
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(exponent);
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point > 0 ? digits.slice(point) : `${'0'.repeat(-point)}${digits}`;
  const kept = right.replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${left.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
}
