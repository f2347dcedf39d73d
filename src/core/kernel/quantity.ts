import * as z from 'zod';
import { decimalSchema } from './decimal.ts';

/**
 * Units of measure by UN/ECE Recommendation 20 (and, with the prefix X, the packages of Recommendation 21).
 * What a unit holds of another is the item's business (its packs), except inside one dimension.
 */
export const unitCodes = [
  'EA',
  'PR',
  'DZN',
  'GRM',
  'KGM',
  'MLT',
  'LTR',
  'MTR',
  'XBX',
  'XCS',
  'XPK',
  'XPX',
] as const;

export const unitSchema = z.enum(unitCodes);
export type UnitCode = z.infer<typeof unitSchema>;

/** An exact amount of something, in a unit: `{ value: '480', unit: 'EA' }`. */
export const quantitySchema = z.strictObject({ value: decimalSchema, unit: unitSchema });
export type Quantity = z.infer<typeof quantitySchema>;
