import { decimalText, type Micros, ONE } from './decimal.ts';
import type { UnitCode } from './quantity.ts';

/** What people call one of a unit, and several; the console has it through the client. */
export const unitWords: { readonly [unit in UnitCode]: readonly [one: string, several: string] } = {
  EA: ['piece', 'pieces'],
  PR: ['pair', 'pairs'],
  DZN: ['dozen', 'dozens'],
  SET: ['set', 'sets'],
  GRM: ['g', 'g'],
  KGM: ['kg', 'kg'],
  TNE: ['t', 't'],
  ONZ: ['oz', 'oz'],
  LBR: ['lb', 'lb'],
  MLT: ['ml', 'ml'],
  LTR: ['l', 'l'],
  GLL: ['gal', 'gal'],
  CMT: ['cm', 'cm'],
  MTR: ['m', 'm'],
  INH: ['in', 'in'],
  FOT: ['ft', 'ft'],
  MTK: ['m²', 'm²'],
  XBG: ['bag', 'bags'],
  XBX: ['box', 'boxes'],
  XCS: ['case', 'cases'],
  XCT: ['carton', 'cartons'],
  XPK: ['pack', 'packs'],
  XPL: ['pail', 'pails'],
  XPX: ['pallet', 'pallets'],
  XRO: ['roll', 'rolls'],
};

export const pluralOf = (unit: UnitCode): string => unitWords[unit][1];

/** A quantity as people say it: `480 pieces`, `1 case`. */
export const inWords = (quantity: Micros, unit: UnitCode): string =>
  `${decimalText(quantity)} ${unitWords[unit][quantity === ONE ? 0 : 1]}`;
