import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { SupplierScorecard } from '#core/canonical/scorecard.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { addDays, dateOfInstant, type LocalDate } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { agreementOfSupplier } from '../purchasing/partner-of-supplier.ts';
import { noTolerance } from '../purchasing/rules/tolerance.ts';
import { newestSince } from './newest-since.ts';
import { acknowledgementOf } from './rules/acknowledgement.ts';
import { deliveryOf } from './rules/delivery.ts';
import { measureTally } from './tally.ts';

export interface MeasurePorts {
  readonly records: Records;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** Orders so many days before the month may still have lines due in it. */
const LOOK_BACK_DAYS = 400;
const MOST_ORDERS = 2000;
const MOST_INVOICES = 5000;

/**
 * How a supplier did in a month, from its orders and invoices alone (S8, O9).
 * 1. Read its orders of the month, and earlier ones that may have been due in it, the newest first.
 * 2. Of each: how it was answered, and how its lines due in the month were delivered.
 * 3. Read its invoices of the month: prices, and what was matched without a person.
 * Tolerances and hours are those agreed now; without an agreement nothing may differ. Problem: `not-found`.
 */
export async function supplierScorecard(
  ports: MeasurePorts,
  { supplierId, month }: { readonly supplierId: string; readonly month: string },
): Promise<Result<SupplierScorecard>> {
  const { records, clock } = ports;
  const supplier = await records.get('supplier', supplierId);
  if (!supplier) return fail(problem('not-found', `There is no supplier ${supplierId}.`));
  const agreement = await agreementOfSupplier(ports, supplierId);
  const asOf = clock.now();
  const period = periodOf(month);
  const tally = measureTally();
  const given = { tally, agreement, period, asOf };
  let complete = true;
  const since = addDays(period.from, -LOOK_BACK_DAYS);
  const orders = { list: 'ledgers-by-supplier', scope: supplierId, since, most: MOST_ORDERS } as const;
  for await (const { body } of newestSince(records, 'order-ledger', orders, ({ orderDate }) => orderDate)) {
    if (body === undefined) complete = false;
    else addOrder(given, body);
  }
  const invoices = {
    list: 'invoices-by-supplier',
    scope: supplierId,
    since: period.from,
    most: MOST_INVOICES,
  } as const;
  for await (const { body } of newestSince(records, 'invoice', invoices, ({ issuedOn }) => issuedOn)) {
    if (body === undefined) complete = false;
    else if (body.issuedOn <= period.to) addInvoice(given, body);
  }
  return ok({ supplierId, month, ...period, asOf, complete, measures: tally.measures() });
}

interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Given {
  readonly tally: ReturnType<typeof measureTally>;
  readonly agreement: PartnerAgreement | undefined;
  readonly period: Period;
  readonly asOf: string;
}

function periodOf(month: string): Period {
  const from = `${month}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
}

const isIn = ({ from, to }: Period, date: LocalDate): boolean => date >= from && date <= to;

function addOrder(given: Given, order: OrderLedger): void {
  if (order.cancelled) return;
  if (isIn(given.period, order.orderDate)) addAnswer(given, order);
  addDeliveries(given, order);
}

function addAnswer({ tally, agreement, asOf }: Given, order: OrderLedger): void {
  const answer = agreement && acknowledgementOf(order, agreement.answerWithinHours, asOf);
  if (!answer) return;
  const isAnswered = answer.kind === 'answered';
  tally.add('acknowledgement-time', order.id, isAnswered);
  if (isAnswered) tally.addHours(answer.hours);
  if (isAnswered || answer.overdue)
    tally.add('acknowledgement-in-time', order.id, isAnswered && answer.inTime);
}

function addDeliveries({ tally, agreement, period, asOf }: Given, order: OrderLedger): void {
  const tolerances = agreement?.tolerances ?? noTolerance;
  const today = dateOfInstant(asOf);
  for (const line of order.lines) {
    if (line.cancelled) continue;
    const id = `${order.id}#${line.lineNumber}`;
    const due = line.firstPromisedDate ?? line.requestedDate;
    const delivery = isIn(period, due) ? deliveryOf(line, due, tolerances, today) : undefined;
    if (delivery) {
      tally.add('on-time-in-full', id, delivery.onTimeInFull);
      tally.add('on-time', id, delivery.onTime);
      tally.add('in-full', id, delivery.inFull);
      if (delivery.asConfirmed !== undefined) tally.add('quantity-accuracy', id, delivery.asConfirmed);
    }
    const { requestedDate } = line;
    const asked = isIn(period, requestedDate)
      ? deliveryOf(line, requestedDate, tolerances, today)
      : undefined;
    if (asked) tally.add('on-time-in-full-requested', id, asked.onTimeInFull);
  }
}

const compared: readonly string[] = ['matched', 'waits_for_receipt', 'price', 'quantity'];
const matched: readonly string[] = ['matched', 'posted', 'refused'];

function addInvoice({ tally }: Given, { id, state, overriddenBy, lines }: Invoice): void {
  if (state === 'duplicate' || state === 'rejected') return;
  for (const { stated, verdict } of lines) {
    if (compared.includes(verdict)) tally.add('price-accuracy', `${id}#${stated}`, verdict !== 'price');
  }
  if (state === 'waiting_for_receipt') return;
  tally.add('invoice-match-rate', id, matched.includes(state) && overriddenBy === undefined);
}
