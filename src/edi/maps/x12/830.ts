import type { PlannedBucket, PlannedItem, PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import type { Span } from '../schedule-buckets.ts';
import { spanOf } from '../schedule-buckets.ts';
import { aboutOrder, digitsOfDate, withoutShipTo } from '../writing.ts';
import { checkedX12, descriptions, numbersOf, partySegments, unitCodes } from './writing.ts';

/** Element 680. */
const commitments: Readonly<Record<PlannedBucket['commitment'], string>> = { firm: 'C', planning: 'D' };

/** Element 681; `W` is Monday to Sunday, `M` a calendar month, and `F` needs its last day in FST05. */
const timings: Readonly<Record<Span, string>> = { day: 'D', week: 'W', month: 'M', interval: 'F' };

/**
 * Write a planning schedule as the body of an 830.
 * 1. BFR: replaces the last (BFR01 05) or is the first (00), number (BFR02), delivery based (BFR04 DL), actual
 *    quantities (BFR05 A), horizon (BFR06, BFR07), day (BFR08). N1: the parties, among them the ship-to (ST).
 * 2. LIN: line and the item's numbers. UIT01: its unit. PID: description. FST: quantity (FST01), firm or planning
 *    (FST02), span (FST03), first day (FST04), last day of an interval (FST05).
 * 3. SHP: cumulative quantity received (SHP01 02) from and to (SHP03 051), the last receipt (SHP01 01, SHP03 050)
 *    with the shipment's number (REF SI). CTT: number of lines.
 * Faults: no ship-to, an item without numbers the partner knows, and whatever the version's schema refuses.
 */
export function write830(schedule: PlanningSchedule, context: OrderContext, version: string): MappedOut {
  const schema = findX12Schema('830', version);
  if (schema === undefined)
    return { ok: false, faults: [aboutOrder(`there is no 830 in version ${version}`)] };
  const faults: Finding[] = withoutShipTo(context.parties);
  const { number, replaces, issuedOn, horizon, items } = schedule;
  const purpose = replaces === undefined ? '00' : '05';
  const days = [horizon.from, horizon.to, issuedOn].map(digitsOfDate);
  const body = [
    new Segment('BFR', [purpose, number, '', 'DL', 'A', ...days]),
    ...context.parties.flatMap(partySegments),
    ...items.flatMap((item, i) => itemSegments(item, i + 1, context, faults)),
    new Segment('CTT', [String(items.length)]),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedX12(body, schema);
}

function itemSegments(
  item: PlannedItem,
  lineNumber: number,
  { items }: OrderContext,
  faults: Finding[],
): Segment[] {
  const { itemId, unit, buckets } = item;
  return [
    new Segment('LIN', [String(lineNumber), ...numbersOf({ lineNumber, itemId }, items, faults)]),
    new Segment('UIT', [unitCodes[unit]]),
    ...descriptions(items.get(itemId)?.description ?? ''),
    ...buckets.map(forecast),
    ...receipts(item),
  ];
}

function forecast({ period, quantity, commitment }: PlannedBucket): Segment {
  const span = spanOf(period);
  const days = span === 'interval' ? [period.from, period.to] : [period.from];
  return new Segment('FST', [quantity, commitments[commitment], timings[span], ...days.map(digitsOfDate)]);
}

function receipts({ received }: PlannedItem): Segment[] {
  if (received === undefined) return [];
  const { cumulative, last } = received;
  const { from, to } = cumulative.period;
  const all = ['02', cumulative.quantity, '051', digitsOfDate(from), '', digitsOfDate(to)];
  if (last === undefined) return [new Segment('SHP', all)];
  return [
    new Segment('SHP', ['01', last.quantity, '050', digitsOfDate(last.date)]),
    ...(last.shipment === undefined ? [] : [new Segment('REF', ['SI', last.shipment])]),
    new Segment('SHP', all),
  ];
}
