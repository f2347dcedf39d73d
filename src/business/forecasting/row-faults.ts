/** Every reason for which one row of a forecast file does not count. The reason given adds the values of the case. */
export const rowFaults = {
  'row-format': 'The row cannot be taken apart into its columns.',
  'item-invalid': 'The item is no id.',
  'location-invalid': 'The location is no id.',
  'bucket-invalid': 'The bucket is no Monday of the calendar.',
  'bucket-outside-horizon': 'The bucket lies outside the horizon.',
  'quantity-invalid': 'The quantity is no plain decimal.',
  'quantity-out-of-range': 'The quantity is larger than is accepted.',
  'unit-unknown': 'The unit is none of UN/ECE Recommendation 20 in use.',
  'kind-unknown': 'The kind is none of baseline, promotion and override.',
  'item-unknown': 'There is no such item.',
  'item-inactive': 'The item is inactive.',
  'location-unknown': 'There is no such location.',
  'location-closed': 'The location is closed.',
  'unit-not-of-item': 'The item is not kept in that unit and has no such pack.',
  duplicate: 'The same row was there before.',
  conflicting: 'Several rows say different quantities for the same week.',
} as const;

export type RowFaultCode = keyof typeof rowFaults;

export interface RowFault {
  readonly code: RowFaultCode;
  /** What is wrong this time, with the value, and what would be right. */
  readonly reason: string;
}

const SHOWN = 40;

/** A value as it is shown in a reason: bounded and quoted, so that no sheet takes it for a formula. */
export const shown = (value: string): string =>
  value.length > SHOWN ? `"${value.slice(0, SHOWN)}…"` : `"${value}"`;
