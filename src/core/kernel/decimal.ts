/**
 * Exact decimals. As text they stand in records and on the wire (`'437'`, `'-12.5'`); to calculate they become
 * `Micros`, a bigint counting millionths, so that sums are exact and ten million lines are still fast.
 */
import * as z from 'zod';

/** A decimal counted in millionths: `12.5` is `12_500_000n`. */
export type Micros = bigint;

export const ZERO: Micros = 0n;
export const ONE: Micros = 1_000_000n;

const SHAPE = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/;

/** Decimal text: at most 12 digits before the point and 6 after it; no exponent, no sign but minus. */
export const decimalSchema = z
  .string()
  .regex(SHAPE, 'must be a decimal such as 437 or 12.5, with at most 12 digits before and 6 after the point');

/** Millionths of a decimal text, or undefined when the text is none. */
export function parseDecimal(text: string): Micros | undefined {
  const short = parseShort(text);
  if (short !== undefined) return short;
  if (!SHAPE.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text) * ONE;
  const fraction = text.slice(point + 1).padEnd(6, '0');
  return BigInt(text.slice(0, point) + fraction);
}

const MINUS = 45;
const POINT = 46;
const ZERO_DIGIT = 48;

/**
 * The same for the usual short text, in one pass: tens of millions are read, and a number of 15 digits is exact.
 * Undefined for whatever is longer or no decimal.
 */
function parseShort(text: string): Micros | undefined {
  const { length } = text;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let point = length;
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO_DIGIT;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === POINT && point === length) point = at;
    else return undefined;
  }
  const whole = point - start;
  const fraction = Math.max(0, length - point - 1);
  if (whole < 1 || whole > 9 || fraction > 6 || point === length - 1) return undefined;
  if (whole > 1 && text.charCodeAt(start) === ZERO_DIGIT) return undefined;
  const counted = digits * (POWERS[fraction] ?? 0);
  return BigInt(start === 1 ? -counted : counted);
}

/** Millionths in the last digit of a text with so many digits after the point. */
const POWERS = [1e6, 1e5, 1e4, 1e3, 1e2, 10, 1];

/** Millionths of a text that a schema has already checked; anything else is a bug and throws. */
export function micros(text: string): Micros {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  return value;
}

/** The shortest text of a decimal: no trailing zeros, no minus on zero. */
export function decimalText(value: Micros): string {
  const small = Number(value);
  if (Math.abs(small) <= Number.MAX_SAFE_INTEGER) return shortText(small);
  const magnitude = value < 0n ? -value : value;
  const whole = magnitude / ONE;
  const fraction = magnitude % ONE;
  const sign = value < 0n ? '-' : '';
  if (fraction === 0n) return `${sign}${whole}`;
  return `${sign}${whole}.${fraction.toString().padStart(6, '0').replace(/0+$/, '')}`;
}

/** The same for millionths that a number holds exactly: nearly all there are, and much faster. */
function shortText(value: number): string {
  const magnitude = Math.abs(value);
  let fraction = magnitude % 1e6;
  const whole = (magnitude - fraction) / 1e6;
  const sign = value < 0 ? '-' : '';
  if (fraction === 0) return `${sign}${whole}`;
  let places = 6;
  for (; fraction % 10 === 0; places -= 1) fraction /= 10;
  return `${sign}${whole}.${String(fraction).padStart(places, '0')}`;
}

/** Product, rounded half to even at the sixth decimal. */
export const multiply = (a: Micros, b: Micros): Micros => divideRounding(a * b, ONE);

/** Quotient, rounded half to even at the sixth decimal. */
export const divide = (a: Micros, b: Micros): Micros => divideRounding(a * ONE, b);

/** The smallest multiple of `step` that is not below `value`; both not negative, step above zero. */
export function roundUpTo(value: Micros, step: Micros): Micros {
  const remainder = value % step;
  return remainder === 0n ? value : value + step - remainder;
}

/** Round half to even to so many decimals (0 to 6). */
export function roundToDecimals(value: Micros, decimals: number): Micros {
  const step = 10n ** BigInt(6 - decimals);
  return divideRounding(value, step) * step;
}

export const maximum = (a: Micros, b: Micros): Micros => (a > b ? a : b);
export const minimum = (a: Micros, b: Micros): Micros => (a < b ? a : b);

function divideRounding(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const up = twice > d || (twice === d && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}
