import type { ActivityKind, ProductActivity } from '#core/canonical/product-activity.ts';
import { activityKinds } from '#core/canonical/product-activity.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { Segment } from '../../codec/segment.ts';
import { findX12Schema } from '../../x12/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { aboutOrder, digitsOfDate, locationWithoutNumber } from '../writing.ts';
import { checkedX12, numbersOf, partyQualifiers, partySegments, unitCodes } from './writing.ts';

/** Element 859. */
const activityCodes: Readonly<Record<ActivityKind, string>> = {
  sold: 'QS',
  returned: 'QU',
  received: 'QR',
  on_hand: 'OH',
  available: 'QA',
  allocated: 'QC',
  on_hold: 'QH',
  in_transit: 'QI',
  on_order: 'QP',
};

/** SDQ has room for ten locations. */
const LOCATIONS_AN_SDQ = 10;

/** One kind of activity of one item in one unit, wherever it was. */
interface Activity {
  readonly itemId: string;
  readonly kind: ActivityKind;
  readonly unit: UnitCode;
  readonly places: { readonly locationId: string; readonly quantity: string }[];
}

/** A location's qualifier (66) and number (67). */
type Place = readonly [qualifier: string, number: string];

/**
 * Write a product activity report as the body of an 852.
 * 1. XQ: notification (XQ01 H) of a period (XQ02, XQ03). N9 DD: number and day of the report. N1: the parties.
 * 2. LIN: line and the item's numbers. ZA: kind (ZA01), quantity at all locations and unit (ZA02, ZA03).
 * 3. SDQ after each ZA: that quantity by location, ten a segment, their numbers of one kind (SDQ02). CTT: lines.
 * Faults: an item or a location without numbers the partner knows, and whatever the version's schema refuses.
 */
export function write852(report: ProductActivity, context: OrderContext, version: string): MappedOut {
  const schema = findX12Schema('852', version);
  if (schema === undefined)
    return { ok: false, faults: [aboutOrder(`there is no 852 in version ${version}`)] };
  const faults: Finding[] = [];
  const { number, issuedOn, period } = report;
  const places = placesOf(report, context, faults);
  const byItem = Map.groupBy(activitiesOf(report), ({ itemId }) => itemId);
  const body = [
    new Segment('XQ', ['H', digitsOfDate(period.from), digitsOfDate(period.to)]),
    new Segment('N9', ['DD', number, '', digitsOfDate(issuedOn)]),
    ...context.parties.flatMap(partySegments),
    ...[...byItem].flatMap(([itemId, activities], i) => [
      new Segment('LIN', [String(i + 1), ...numbersOf({ lineNumber: i + 1, itemId }, context.items, faults)]),
      ...activities.flatMap((activity) => activitySegments(activity, places)),
    ]),
    new Segment('CTT', [String(byItem.size)]),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedX12(body, schema);
}

function placesOf(
  { locations }: ProductActivity,
  context: OrderContext,
  faults: Finding[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { locationId } of locations) {
    const known = context.locations?.get(locationId)?.find(({ scheme }) => partyQualifiers.has(scheme));
    if (known) places.set(locationId, [partyQualifiers.get(known.scheme) ?? '', known.value]);
    else faults.push(locationWithoutNumber(locationId));
  }
  return places;
}

/** The report the other way round: items first, each kind in the order of the list, then the locations. */
function activitiesOf({ locations }: ProductActivity): Activity[] {
  const found = new Map<string, Activity>();
  for (const { locationId, items } of locations)
    for (const { itemId, unit, activities } of items)
      for (const { kind, quantity } of activities) {
        const key = JSON.stringify([itemId, kind, unit]);
        const activity = found.get(key) ?? { itemId, kind, unit, places: [] };
        activity.places.push({ locationId, quantity });
        found.set(key, activity);
      }
  const rank = ({ kind }: Activity): number => activityKinds.indexOf(kind);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function activitySegments({ kind, unit, places }: Activity, numbers: ReadonlyMap<string, Place>): Segment[] {
  const total = places.reduce((sum, { quantity }) => sum + micros(quantity), ZERO);
  const known = places.flatMap(({ locationId, quantity }) => {
    const place = numbers.get(locationId);
    return place ? [{ qualifier: place[0], pair: [place[1], quantity] }] : [];
  });
  const byQualifier = Map.groupBy(known, ({ qualifier }) => qualifier);
  return [
    new Segment('ZA', [activityCodes[kind], decimalText(total), unitCodes[unit]]),
    ...[...byQualifier].flatMap(([qualifier, all]) =>
      Array.from({ length: Math.ceil(all.length / LOCATIONS_AN_SDQ) }, (_, i) => {
        const some = all.slice(i * LOCATIONS_AN_SDQ, (i + 1) * LOCATIONS_AN_SDQ);
        return new Segment('SDQ', [unitCodes[unit], qualifier, ...some.flatMap(({ pair }) => pair)]);
      }),
    ),
  ];
}
