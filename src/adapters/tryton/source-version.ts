import * as z from 'zod';
import { instantValue } from './wire.ts';

/** When a record was made and last written, as every record of the ERP says. */
export const stampFields = ['write_date', 'create_date'];
export const stamps = { write_date: instantValue.nullable(), create_date: instantValue.nullable() };
export const stamped = z.object(stamps);
export type Stamped = z.infer<typeof stamped>;

/**
 * When the last of the records something is made of was written: instants of equal length compare as text. Give only
 * what is not deleted alone (no prices, no identifiers), or a deletion would look like an older version.
 */
export function sourceVersionOf(records: readonly Stamped[]): string {
  const instants = records.map(({ write_date, create_date }) => write_date ?? create_date ?? '');
  return instants.toSorted().at(-1) ?? '';
}
