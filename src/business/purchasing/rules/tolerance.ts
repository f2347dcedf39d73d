import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { dayNumber, type LocalDate } from '#core/kernel/dates.ts';
import { type Micros, micros, ONE } from '#core/kernel/decimal.ts';

const HUNDRED = 100n * ONE;
const magnitude = (value: Micros): Micros => (value < 0n ? -value : value);

/** Whether a quantity is near enough to the ordered one; both in the same unit. */
export function quantityAgrees(
  ordered: Micros,
  came: Micros,
  { quantityOverPercent, quantityUnderPercent }: Tolerances,
): boolean {
  const percent = micros(came > ordered ? quantityOverPercent : quantityUnderPercent);
  return magnitude(came - ordered) * HUNDRED <= ordered * percent;
}

/** An amount for so many base units of the item. */
export interface BasedPrice {
  readonly amount: Micros;
  readonly per: Micros;
}

export const samePrice = (a: BasedPrice, b: BasedPrice): boolean => a.amount * b.per === b.amount * a.per;

/** Whether a price differs from the ordered one by no more than the lesser of per cent and amount. Exact: no division. */
export function priceAgrees(
  ordered: BasedPrice,
  came: BasedPrice,
  { pricePercent, priceAmount }: Tolerances,
): boolean {
  const was = ordered.amount * came.per;
  const difference = magnitude(came.amount * ordered.per - was);
  const withinPercent = difference * HUNDRED <= was * micros(pricePercent);
  return withinPercent && difference <= micros(priceAmount) * came.per;
}

/** Whether a day is near enough to the one asked for. */
export function dateAgrees(asked: LocalDate, came: LocalDate, { daysEarly, daysLate }: Tolerances): boolean {
  const days = dayNumber(came) - dayNumber(asked);
  return days <= daysLate && -days <= daysEarly;
}

/** What holds where nothing was agreed: nothing may differ. */
export const noTolerance: Tolerances = {
  quantityOverPercent: '0',
  quantityUnderPercent: '0',
  pricePercent: '0',
  priceAmount: '0',
  daysEarly: 0,
  daysLate: 0,
  invoicePercent: '0',
  invoiceAmount: '0',
};
