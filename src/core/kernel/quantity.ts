import * as z from 'zod';
import { decimalSchema } from './decimal.ts';

/**
 * Units of measure by UN/ECE Recommendation 20 (and, with the prefix X, the packages of Recommendation 21).
 * What a unit holds of another is the item's business (its packs), except inside one dimension.
 * A piece is `EA` and nothing else: `C62`, `H87` and the like become it where they are read.
 */
export const unitCodes = [
  'EA',
  'PR',
  'DZN',
  'SET',
  'GRM',
  'KGM',
  'TNE',
  'ONZ',
  'LBR',
  'MLT',
  'LTR',
  'GLL',
  'CMT',
  'MTR',
  'INH',
  'FOT',
  'MTK',
  'XBG',
  'XBX',
  'XCS',
  'XCT',
  'XPK',
  'XPL',
  'XPX',
  'XRO',
] as const;

export const unitSchema = z.enum(unitCodes);
export type UnitCode = z.infer<typeof unitSchema>;

/** An exact amount of something, in a unit: `{ value: '480', unit: 'EA' }`. */
export const quantitySchema = z.strictObject({ value: decimalSchema, unit: unitSchema });
export type Quantity = z.infer<typeof quantitySchema>;
