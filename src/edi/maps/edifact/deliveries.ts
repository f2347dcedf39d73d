import type { RequestedDelivery } from '#core/canonical/customer-order.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { segmentIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Reading } from '../reading.ts';
import { loopsBeginning } from '../reading.ts';
import { otherScheme } from '../values.ts';
import { partySchemes } from './codes.ts';
import { readDates, readQuantityOf } from './parts.ts';

/** What of a line is wanted where (LOC `7`, place of delivery) and when (SCC). */
export const readDeliveries = (reading: Reading, loop: LoopInstance): RequestedDelivery[] => [
  ...loopsBeginning(loop, 'LOC').flatMap((inner) => readPlace(reading, inner)),
  ...loopsBeginning(loop, 'SCC')
    .flatMap((scc) => loopsBeginning(scc, 'QTY'))
    .flatMap((group) => readSchedule(reading, group)),
];

/** Each QTY of a schedule with its dates. */
const readSchedule = (reading: Reading, group: LoopInstance): RequestedDelivery[] =>
  segmentsIn(group, 'QTY').flatMap((qty) => {
    const quantity = readQuantityOf(reading, qty);
    return quantity === undefined ? [] : [{ quantity, dates: readDates(reading, group) }];
  });

/** LOC with the place's number (3225) and who gave it (3055), QTY and DTM; a place without quantity stays unread. */
function readPlace(reading: Reading, group: LoopInstance): RequestedDelivery[] {
  const loc = segmentIn(group, 'LOC');
  const qty = segmentIn(group, 'QTY');
  if (loc?.text(1) !== '7' || loc.text(2) === '' || qty === undefined) return [];
  const agency = loc.text(2, 3);
  const scheme = partySchemes.get(agency) ?? otherScheme('edifact:3055-', agency || 'none');
  const quantity = readQuantityOf(reading, qty);
  if (scheme === undefined || quantity === undefined) return [];
  reading.note(loc, 1);
  if (agency !== '') reading.note(loc, 2, 3);
  const place = { scheme, value: reading.text(loc, 2) };
  return [{ quantity, dates: readDates(reading, group), place }];
}
