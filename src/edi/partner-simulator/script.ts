/** What a simulated partner does with an order, line by line. */
import { decimalText, divide, type Micros, micros, multiply, ONE } from '#core/kernel/decimal.ts';
import type { SimulatedLine } from './simulated-order.ts';

export type LineAnswer =
  | { readonly kind: 'accept' }
  /** So many per cent of what was ordered, and no more. */
  | { readonly kind: 'short'; readonly percent: number }
  /** Part now, the rest later. */
  | { readonly kind: 'backorder'; readonly percent: number; readonly later: string }
  /** At a price so many per cent beside the ordered one. */
  | { readonly kind: 'price'; readonly percent: number }
  | { readonly kind: 'date'; readonly date: string }
  /** Another item of theirs instead. */
  | { readonly kind: 'substitute'; readonly item: string }
  | { readonly kind: 'reject' };

/** `part` of a hundred of a quantity, in whole ones where it is whole. */
export function share(quantity: string, percent: number): string {
  const exact = divide(multiply(micros(quantity), micros(String(percent))), micros('100'));
  const isWhole = micros(quantity) % ONE === 0n;
  return decimalText(isWhole ? (exact / ONE) * ONE : exact);
}

export const less = (quantity: string, part: string): string => decimalText(micros(quantity) - micros(part));

/** A price with so many per cent more or less, to four decimals. */
export function pricedAt(price: string, percent: number): string {
  const changed = divide(multiply(micros(price), micros(String(100 + percent))), micros('100'));
  const step: Micros = 100n;
  return decimalText((changed / step) * step);
}

/** Quantity times price, to cents. */
export function amountOf({ price, perQuantity }: SimulatedLine, quantity: string, unitPrice = price): Micros {
  const exact = divide(multiply(micros(quantity), micros(unitPrice)), micros(perQuantity));
  const cent = 10_000n;
  return ((exact + cent / 2n) / cent) * cent;
}

/** A serial shipping container code with its check digit: 18 digits. */
export function sscc(serial: number): string {
  const digits = `0409876500${String(serial).padStart(7, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Days and numbers of what the partner writes. */
export interface Papers {
  /** Of the document: `CCYYMMDD`. */
  readonly date: string;
  /** When the goods will be there: `CCYYMMDD`. */
  readonly delivery: string;
  /** The partner's own number of the document. */
  readonly number: string;
}
