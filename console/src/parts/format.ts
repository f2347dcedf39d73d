/** How values are written for people; pure, in the browser's language of dates and English words. */
import { unitWords } from '#contracts/client.ts';

/** `XCS` → `cases`; a code nobody knows stays what it is. */
export function unitText(unit: string, value: string): string {
  const [one, many] = unitWords[unit] ?? [unit, unit];
  return value === '1' ? one : many;
}

const isDecimal = (value: string): value is `${number}` => /^-?\d+(\.\d+)?$/.test(value);

/** An exact decimal with its thousands set apart; nothing is rounded: `12480.5` → `12,480.5`. */
export function decimalText(value: string, locale?: string): string {
  if (!isDecimal(value)) return value;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}

/** `{ value: '480', unit: 'EA' }` → `480 pieces`. */
export const quantityText = (
  { value, unit }: { readonly value: string; readonly unit: string },
  locale?: string,
): string => `${decimalText(value, locale)} ${unitText(unit, value)}`;

/** An exact amount in its currency; more decimals than the currency has are kept, as prices have them. */
export function moneyText(
  { amount, currency }: { readonly amount: string; readonly currency: string },
  locale?: string,
): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 20,
  }).format(amount);
}

/** A price: `EUR 4.20 per piece`, `EUR 50.00 per 12 pieces`. */
export function priceText(
  price: {
    readonly amount: string;
    readonly currency: string;
    readonly per: { readonly value: string; readonly unit: string };
  },
  locale?: string,
): string {
  const { value, unit } = price.per;
  const per = value === '1' ? unitText(unit, '1') : quantityText({ value, unit }, locale);
  return `${moneyText(price, locale)} per ${per}`;
}

/** An instant in a person's zone: `21 Nov 2026, 10:25 GMT+1`. */
export const instantText = (at: string, options: { locale?: string; timeZone?: string } = {}): string =>
  new Intl.DateTimeFormat(options.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(options.timeZone && { timeZone: options.timeZone }),
  }).format(new Date(at));

/** The same instant in UTC, to the second: `2026-11-21 10:25:42 UTC`. */
export const utcText = (at: string): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** A day that belongs to no zone, such as a delivery date: `Mon, 23 Nov 2026`. */
export const dateText = (date: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

const steps: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A length of time in its two largest units: 93,784 seconds → `1 d 2 h`. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const at = steps.findIndex(([size]) => whole >= size);
  const [size, unit] = steps[at] ?? [1, 's'];
  const next = steps[at + 1];
  const rest = next && Math.floor((whole % size) / next[0]);
  const first = `${Math.floor(whole / size)} ${unit}`;
  return next && rest ? `${first} ${rest} ${next[1]}` : first;
}

/** How long ago, or how long until: `3 h 5 min ago`, `in 2 d`. */
export function relativeText(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  if (Math.abs(seconds) < 1) return 'now';
  return seconds < 0 ? `${durationText(-seconds)} ago` : `in ${durationText(seconds)}`;
}

/** A size in bytes as people say it: `1.4 MB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const at = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** at;
  return `${at === 0 ? value : value.toFixed(1)} ${units[at] ?? 'B'}`;
}

/** A code as a person reads it: `short-or-backorder` → `Short or backorder`, `edi_coordinator` → `EDI coordinator`. */
export function words(code: string): string {
  const plain = code.replaceAll(/[-_]/g, ' ').trim();
  const cased = plain.replaceAll(/\b(edi|erp|id|po|sla|api|utc)\b/gi, (word) => word.toUpperCase());
  return cased.slice(0, 1).toUpperCase() + cased.slice(1);
}

/** `1 message`, `12,480 messages`; `things` is the plural that ends in s. */
export const counted = (count: number, things: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? things.replace(/s$/, '') : things}`;
