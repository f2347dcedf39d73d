import { forecastKinds } from '#core/canonical/forecast.ts';
import {
  addDays,
  type DayNumber,
  dateOf,
  dayNumber,
  type LocalDate,
  weekday,
  weekStart,
} from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { unitCodes } from '#core/kernel/quantity.ts';
import { type RowFault, type RowFaultCode, shown } from '../row-faults.ts';

/** Weeks before the reference week that a file may still speak of. */
export const WEEKS_BACK = 4;
/** Weeks from the first accepted bucket to the last, both counted: three years. */
export const HORIZON_WEEKS = 156;
const MOST_WHOLE_DIGITS = 9;

const QUANTITY = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;
const units: ReadonlySet<string> = new Set(unitCodes);
const kinds: ReadonlySet<string> = new Set(forecastKinds);

/**
 * The check of one row by itself, before any other row or master data is known. Cells are item, location, bucket,
 * quantity, unit and perhaps kind. Ten million rows go through it, so it keeps what it learned: the accepted
 * buckets, and the ids of the row before, which are mostly those of the next.
 */
export function rowValidator(reference: LocalDate): (cells: readonly string[]) => RowFault | undefined {
  const buckets = acceptedBuckets(reference);
  let lastItem: string | undefined;
  let lastLocation: string | undefined;
  return (cells) => {
    const [item = '', location = '', bucket = '', quantity = '', unit = '', kind = ''] = cells;
    if (item !== lastItem) {
      if (!isId(item)) return fault('item-invalid', `the item ${shown(item)} is no id`);
      lastItem = item;
    }
    if (location !== lastLocation) {
      if (!isId(location)) return fault('location-invalid', `the location ${shown(location)} is no id`);
      lastLocation = location;
    }
    if (!buckets.has(bucket)) return bucketFault(bucket, buckets);
    if (!QUANTITY.test(quantity)) return quantityFault(quantity);
    if (!units.has(unit)) {
      return fault('unit-unknown', `the unit ${shown(unit)} is none of ${unitCodes.join(', ')}`);
    }
    if (kind === '' || kinds.has(kind)) return undefined;
    return fault('kind-unknown', `the kind ${shown(kind)} is none of ${forecastKinds.join(', ')}`);
  };
}

/** The Mondays a file received on this day may speak of. */
export function acceptedBuckets(reference: LocalDate): ReadonlySet<LocalDate> {
  const first = weekStart(dayNumber(reference)) - WEEKS_BACK * 7;
  return new Set(Array.from({ length: HORIZON_WEEKS }, (_, week) => dateOf(first + week * 7)));
}

const fault = (code: RowFaultCode, reason: string): RowFault => ({ code, reason });

const isId = (text: string): boolean => idSchema.safeParse(text).success;

function bucketFault(bucket: string, buckets: ReadonlySet<LocalDate>): RowFault {
  const day: DayNumber = dayNumber(bucket);
  if (Number.isNaN(day)) {
    return fault(
      'bucket-invalid',
      `the bucket ${shown(bucket)} is no date of the calendar such as 2026-11-23`,
    );
  }
  if (weekday(day) !== 1) {
    const monday = dateOf(weekStart(day));
    return fault('bucket-invalid', `the bucket ${bucket} is no Monday; its week starts on ${monday}`);
  }
  const [first = ''] = buckets;
  const last = addDays(first, (HORIZON_WEEKS - 1) * 7);
  return fault('bucket-outside-horizon', `the bucket ${bucket} lies outside ${first} to ${last}`);
}

function quantityFault(quantity: string): RowFault {
  const reason = quantityReason(quantity);
  if (reason !== undefined) return fault('quantity-invalid', `the quantity ${shown(quantity)} ${reason}`);
  return fault(
    'quantity-out-of-range',
    `the quantity ${shown(quantity)} has more than ${MOST_WHOLE_DIGITS} digits before or 6 after the point`,
  );
}

/** What is wrong with the writing of a quantity; nothing when it is merely too long. */
function quantityReason(quantity: string): string | undefined {
  if (quantity === '') return 'is empty; write 0 where nothing is expected';
  if (/^[=@+]/.test(quantity)) return 'is a formula or has a sign; write the number alone';
  if (/^-\d/.test(quantity)) return 'is negative';
  if (/^\d+(?:\.\d+)?e/i.test(quantity)) return 'has an exponent; write it out';
  if (/^\d{1,3}(?:[,' ]\d{3})+/.test(quantity))
    return 'has thousands separators; write digits and a point only';
  if (/^0\d/.test(quantity)) return 'has leading zeros';
  if (/^\d+(?:\.\d+)?$/.test(quantity)) return undefined;
  return 'is no plain decimal such as 437 or 12.5';
}
