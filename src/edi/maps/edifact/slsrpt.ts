import type { ActivityKind, ItemActivity, ProductActivity } from '#core/canonical/product-activity.ts';
import { Segment } from '../../codec/segment.ts';
import { findEdifactSchema } from '../../edifact/schema/find-schema.ts';
import type { Finding, MappedOut } from '../mapped.ts';
import type { OrderContext } from '../order-context.ts';
import { aboutOrder, digitsOfDate, locationWithoutNumber } from '../writing.ts';
import { agencies, checkedEdifact, dtm, itemSegments, partySegment } from './writing.ts';

/**
 * Element 6063. No code of either directory says what may be sold: `145` is the actual stock, which is all of it, and
 * so is `17`, of which this map takes the plainer.
 */
const quantityCodes: Readonly<Record<Exclude<ActivityKind, 'available'>, string>> = {
  sold: '153',
  returned: '61',
  received: '48',
  on_hand: '17',
  allocated: '66',
  on_hold: '27',
  in_transit: '198',
  on_order: '73',
};

/**
 * Write a product activity report as the body of a SLSRPT.
 * 1. BGM: sales data report (73E), number, original (9). DTM 137: its day. NAD: the parties.
 * 2. LOC 162: each location, DTM 356: the period (718). LIN, PIA, IMD: the item.
 * 3. QTY: each quantity by its kind (6063) with its unit. D.01B ends the lines with UNS.
 * Faults: an item or a location without numbers the partner knows, a quantity of a kind that the directory has no
 * code for, and whatever its schema refuses.
 */
export function writeSlsrpt(report: ProductActivity, context: OrderContext, version: string): MappedOut {
  const schema = findEdifactSchema('SLSRPT', version);
  if (schema === undefined) return { ok: false, faults: [aboutOrder(`there is no SLSRPT in ${version}`)] };
  const faults: Finding[] = [];
  const { number, issuedOn, period, locations } = report;
  const days = digitsOfDate(period.from) + digitsOfDate(period.to);
  let lineNumber = 0;
  const body = [
    new Segment('BGM', ['73E', number, '9']),
    dtm('137', issuedOn),
    ...context.parties.map(partySegment),
    ...locations.flatMap(({ locationId, items }) => [
      place(locationId, context, faults),
      new Segment('DTM', [['356', days, '718']]),
      ...items.flatMap((item) => {
        lineNumber += 1;
        const { itemId } = item;
        return [
          ...itemSegments({ lineNumber, itemId }, context.items, faults),
          ...quantities(item, lineNumber, faults),
        ];
      }),
    ]),
    ...(version === 'D01B' ? [new Segment('UNS', ['S'])] : []),
  ];
  return faults.length > 0 ? { ok: false, faults } : checkedEdifact(body, schema);
}

/** LOC with number and agency (C517). */
function place(locationId: string, { locations }: OrderContext, faults: Finding[]): Segment {
  const known = locations?.get(locationId)?.find(({ scheme }) => agencies.has(scheme));
  if (known === undefined) faults.push(locationWithoutNumber(locationId));
  return new Segment('LOC', ['162', known ? [known.value, '', agencies.get(known.scheme) ?? ''] : '']);
}

const quantities = ({ activities, unit }: ItemActivity, lineNumber: number, faults: Finding[]): Segment[] =>
  activities.flatMap(({ kind, quantity }) => {
    if (kind !== 'available') return [new Segment('QTY', [[quantityCodes[kind], quantity, unit]])];
    faults.push(aboutOrder(`line ${lineNumber} states what is available, which a SLSRPT has no code for`));
    return [];
  });
