import type { RequestedDelivery } from '#core/canonical/customer-order.ts';
import type { LoopInstance } from '../../codec/loop-instance.ts';
import { loopsIn, segmentsIn } from '../../codec/loop-instance.ts';
import type { Segment } from '../../codec/segment.ts';
import type { Reading } from '../reading.ts';
import { otherScheme } from '../values.ts';
import { partySchemes, units } from './codes.ts';
import { readDate, readQuantity } from './parts.ts';

/** SDQ has room for ten places with their quantities. */
const PLACES_AN_SDQ = 10;

/** What of a line is wanted when (SCH) and where (SDQ), in the order it stands. */
export const readDeliveries = (reading: Reading, loop: LoopInstance): RequestedDelivery[] => [
  ...segmentsIn(loop, 'SDQ').flatMap((sdq) => readPlaces(reading, sdq)),
  ...loopsIn(loop, 'SCH')
    .flatMap((inner) => segmentsIn(inner, 'SCH'))
    .flatMap((sch) => readSchedule(reading, sch)),
];

/** SCH01 of SCH02, by the dates of SCH05 and SCH08. */
function readSchedule(reading: Reading, sch: Segment): RequestedDelivery[] {
  const quantity = readQuantity(reading, sch, 1);
  if (quantity === undefined) return [];
  return [{ quantity, dates: [...readDate(reading, sch, 5), ...readDate(reading, sch, 8)] }];
}

/** Pairs of place (67, its scheme by SDQ02) and quantity (380, its unit SDQ01) from SDQ03 on. */
function readPlaces(reading: Reading, sdq: Segment): RequestedDelivery[] {
  const qualifier = sdq.text(2);
  const scheme = partySchemes.get(qualifier) ?? otherScheme('x12:66-', qualifier || 'none');
  const unit = reading.coded(sdq, { element: 1 }, units, 'unit of measure');
  if (scheme === undefined || unit === undefined) return [];
  if (qualifier !== '') reading.note(sdq, 2);
  return Array.from({ length: PLACES_AN_SDQ }, (_, i) => 3 + 2 * i).flatMap((element) => {
    if (sdq.text(element) === '') return [];
    const value = reading.decimal(sdq, { element: element + 1 });
    if (value === undefined) return [];
    return [{ quantity: { value, unit }, dates: [], place: { scheme, value: reading.text(sdq, element) } }];
  });
}
