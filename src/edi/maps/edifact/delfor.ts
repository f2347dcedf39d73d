import type { PlannedBucket, PlannedItem, PlanningSchedule } from '#core/canonical/planning-schedule.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import type { Span } from '../schedule-buckets.ts';
import { spanOf } from '../schedule-buckets.ts';
import { aboutOrder, withoutShipTo } from '../writing.ts';
import { checkedEdifact, dtm, itemSegments, partySegment } from './writing.ts';

/** Element 4017. */
const commitments: Readonly<Record<PlannedBucket['commitment'], string>> = { firm: '1', planning: '4' };

/** Element 2013. */
const frequencies: Readonly<Record<Span, string>> = { day: 'Y', week: 'W', month: 'M', interval: 'F' };

/** How the directories differ: where the schedule of a line begins, and where the condition of a quantity stands. */
interface Form {
  readonly beforeShipTo: Segment;
  readonly afterLines: (count: number) => readonly Segment[];
  readonly planned: (scc: Segment, qty: Segment) => readonly Segment[];
}

const forms: Readonly<Record<string, Form>> = {
  // D.96A: the delivery point's group follows UNS+D, each quantity is followed by its condition, and CNT counts lines.
  D96A: {
    beforeShipTo: new Segment('UNS', ['D']),
    afterLines: (count) => [new Segment('UNS', ['S']), new Segment('CNT', [['2', String(count)]])],
    planned: (scc, qty) => [qty, scc],
  },
  // D.01B: everything is in a processing group (GIS 7365 37: complete information), and conditions hold quantities.
  D01B: {
    beforeShipTo: new Segment('GIS', ['37']),
    afterLines: () => [],
    planned: (scc, qty) => [scc, qty],
  },
};

/**
 * Write a planning schedule as the body of a DELFOR, by delivery point and then item.
 * 1. BGM: delivery schedule (241), number, replaces the last (1225 5) or is the first (9). DTM 137: its day, 158 and
 *    159: the horizon. RFF AIE: the release it replaces. NAD: the parties; the ship-to begins the lines.
 * 2. LIN, PIA, IMD: the item. QTY 70: received so far, DTM 51 and 52 from and to; QTY 48: last received, DTM 50 when,
 *    RFF AAK of which shipment.
 * 3. QTY 113 for each bucket with its unit, SCC: firm (4017 1) or planning (4) and span (2013), DTM 2: the day, or
 *    DTM 64 and 63: not before and not after.
 * Faults: no ship-to, an item without numbers the partner knows, and whatever the directory's schema refuses.
 */
export function writeDelfor(schedule: PlanningSchedule, context: OrderContext, version: string): MappedOut {
  const schema = findEdifactSchema('DELFOR', version);
  const form = forms[version];
  if (schema === undefined || form === undefined)
    return { ok: false, faults: [aboutOrder(`there is no DELFOR in ${version}`)] };
  const faults: Finding[] = withoutShipTo(context.parties);
  const { number, replaces, issuedOn, horizon, items } = schedule;
  const body = [
    new Segment('BGM', ['241', number, replaces === undefined ? '9' : '5']),
    dtm('137', issuedOn),
    dtm('158', horizon.from),
    dtm('159', horizon.to),
    ...(replaces === undefined ? [] : [new Segment('RFF', [['AIE', replaces]])]),
    ...context.parties.filter(({ role }) => role !== 'ship_to').map(partySegment),
    form.beforeShipTo,
    ...context.parties.filter(({ role }) => role === 'ship_to').map(partySegment),
    ...items.flatMap((item, i) => [
      ...itemSegments({ lineNumber: i + 1, itemId: item.itemId }, context.items, faults),
      ...receipts(item),
      ...item.buckets.flatMap((bucket) => planned(bucket, item.unit, form)),
    ]),
    ...form.afterLines(items.length),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedEdifact(body, schema);
}

function receipts({ received, unit }: PlannedItem): Segment[] {
  if (received === undefined) return [];
  const { cumulative, last } = received;
  const all = [
    new Segment('QTY', [['70', cumulative.quantity, unit]]),
    dtm('51', cumulative.period.from),
    dtm('52', cumulative.period.to),
  ];
  if (last === undefined) return all;
  const shipment = last.shipment === undefined ? [] : [new Segment('RFF', [['AAK', last.shipment]])];
  return [...all, new Segment('QTY', [['48', last.quantity, unit]]), dtm('50', last.date), ...shipment];
}

function planned({ period, quantity, commitment }: PlannedBucket, unit: UnitCode, form: Form): Segment[] {
  const span = spanOf(period);
  const scc = new Segment('SCC', [commitments[commitment], '', frequencies[span]]);
  const qty = new Segment('QTY', [['113', quantity, unit]]);
  const days = span === 'day' ? [dtm('2', period.from)] : [dtm('64', period.from), dtm('63', period.to)];
  return [...form.planned(scc, qty), ...days];
}
