import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Instant } from '#core/kernel/dates.ts';

export type Acknowledgement =
  | { readonly kind: 'answered'; readonly hours: number; readonly inTime: boolean }
  | { readonly kind: 'waiting'; readonly overdue: boolean };

const HOUR_MS = 3_600_000;

/**
 * How a supplier answered an order. Undefined where nobody can say: it was not told, refused what it was told, or was
 * told again after its answer.
 */
export function acknowledgementOf(
  { cancelled, told, answer }: OrderLedger,
  withinHours: number,
  now: Instant,
): Acknowledgement | undefined {
  if (cancelled || !told || told.delivery === 'refused') return undefined;
  const { answeredAt } = answer;
  if (answeredAt === undefined) {
    return { kind: 'waiting', overdue: Date.parse(now) - Date.parse(told.at) > withinHours * HOUR_MS };
  }
  const hours = (Date.parse(answeredAt) - Date.parse(told.at)) / HOUR_MS;
  return hours < 0 ? undefined : { kind: 'answered', hours, inTime: hours <= withinHours };
}
