import { decimalText, parseDecimal } from '#core/kernel/decimal.ts';

/**
 * The exact decimal of a number as either standard writes it: leading zeros, `.5`, decimal comma, X12 exponent, and
 * implied decimals (`N2`: `41340` is 413.4). Undefined when it is no number, or has more digits than are held exactly.
 */
export function decimalOf(text: string, impliedDecimals = 0): string | undefined {
  const plain = impliedDecimals === 0 ? parseDecimal(text) : undefined;
  if (plain !== undefined) return decimalText(plain);
  const parts = /^(-?)(\d*)(?:[.,](\d*))?(?:E(-?\d{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction, exponent] = parts;
  const isWhole = fraction === undefined && exponent === undefined;
  if (impliedDecimals > 0 && !isWhole) return undefined;
  const digits = whole + (fraction ?? '');
  if (digits === '') return undefined;
  const value = parseDecimal(
    sign + withPoint(digits, whole.length + Number(exponent ?? 0) - impliedDecimals),
  );
  return value === undefined ? undefined : decimalText(value);
}

/** Digits with the point after so many of them, in the one form that the kernel reads. */
function withPoint(digits: string, point: number): string {
  const padded = point < 1 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `20261203` as a date; undefined when there is no such day. */
export function dateOfDigits(text: string): string | undefined {
  if (!/^\d{8}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return undefined;
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

type Key<T> = keyof T;
type OptionalKeys<T> = { [K in Key<T>]: undefined extends T[K] ? K : never }[Key<T>];
type Stated<T> = { [K in Exclude<Key<T>, OptionalKeys<T>>]: T[K] } & {
  [K in OptionalKeys<T>]?: Exclude<T[K], undefined>;
};

/** The same values without the keys that have none: what is not stated is not there. */
export function stated<T extends object>(values: T): Stated<T> {
  const kept: Partial<T> = {};
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key];
  return kept as Stated<T>;
}

/** The scheme of a qualifier that no table knows, `x12:mg`; undefined when it is none. */
export const otherScheme = (prefix: string, qualifier: string): string | undefined =>
  /^[A-Za-z0-9]+$/.test(qualifier) ? prefix + qualifier.toLowerCase() : undefined;
