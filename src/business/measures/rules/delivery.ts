import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { addDays, type LocalDate } from '#core/kernel/dates.ts';
import { type Micros, micros } from '#core/kernel/decimal.ts';

export interface Delivery {
  /** Good receipts inside the date tolerance are inside the quantity tolerance. */
  readonly onTimeInFull: boolean;
  readonly onTime: boolean;
  readonly inFull: boolean;
  /** Against what the supplier confirmed; absent where it confirmed no quantity. */
  readonly asConfirmed?: boolean;
}

/**
 * How one order line was delivered against a date. Undefined while its date and tolerance are not over and it is not
 * fulfilled: then nobody can say yet.
 */
export function deliveryOf(
  line: LedgerLine,
  due: LocalDate,
  tolerances: Tolerances,
  today: LocalDate,
): Delivery | undefined {
  const first = addDays(due, -tolerances.daysEarly);
  const last = addDays(due, tolerances.daysLate);
  const good = line.received.filter((receipt) => micros(receipt.good) > 0n);
  const total = sumOf(good);
  const inside = good.filter(({ receivedOn }) => receivedOn >= first && receivedOn <= last);
  const ordered = micros(line.baseQuantity.value);
  const untilLast = sumOf(good.filter(({ receivedOn }) => receivedOn <= last));
  const onTimeInFull = agrees(sumOf(inside), ordered, tolerances) && untilLast <= mostOf(ordered, tolerances);
  if (!onTimeInFull && today <= last) return undefined;
  const confirmed = confirmedOf(line);
  return {
    onTimeInFull,
    onTime: good.length > 0 && inside.length === good.length,
    inFull: agrees(total, ordered, tolerances),
    ...(confirmed !== undefined && { asConfirmed: agrees(total, confirmed, tolerances) }),
  };
}

const sumOf = (receipts: LedgerLine['received']): Micros =>
  receipts.reduce((sum, { good }) => sum + micros(good), 0n);

const HUNDRED = 100_000_000n;

const mostOf = (wanted: Micros, { quantityOverPercent }: Tolerances): Micros =>
  wanted + (wanted * micros(quantityOverPercent)) / HUNDRED;

function agrees(came: Micros, wanted: Micros, tolerances: Tolerances): boolean {
  const least = wanted - (wanted * micros(tolerances.quantityUnderPercent)) / HUNDRED;
  return came >= least && came <= mostOf(wanted, tolerances);
}

/** In base units, as the ordered quantity is to its own. */
function confirmedOf({ answer, quantity, baseQuantity }: LedgerLine): Micros | undefined {
  const ordered = micros(quantity.value);
  if (answer?.quantity === undefined || ordered === 0n) return undefined;
  return (micros(answer.quantity) * micros(baseQuantity.value)) / ordered;
}
