import { decimalText, type Micros, ONE } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** The smallest whole number of units that hold `base`. */
export function wholeUnits(base: Micros, holds: Micros): Micros {
  const units = (base * ONE) / holds;
  const whole = (units / ONE) * ONE;
  return whole * holds >= base * ONE ? whole : whole + ONE;
}

const plurals: { readonly [unit in UnitCode]: string } = {
  EA: 'pieces',
  PR: 'pairs',
  DZN: 'dozens',
  SET: 'sets',
  GRM: 'g',
  KGM: 'kg',
  TNE: 't',
  ONZ: 'oz',
  LBR: 'lb',
  MLT: 'ml',
  LTR: 'l',
  GLL: 'gal',
  CMT: 'cm',
  MTR: 'm',
  INH: 'in',
  FOT: 'ft',
  MTK: 'm²',
  XBG: 'bags',
  XBX: 'boxes',
  XCS: 'cases',
  XCT: 'cartons',
  XPK: 'packs',
  XPL: 'pails',
  XPX: 'pallets',
  XRO: 'rolls',
};

export const pluralOf = (unit: UnitCode): string => plurals[unit];

/** A quantity as people say it: `480 pieces`. */
export const inWords = (quantity: Micros, unit: UnitCode): string =>
  `${decimalText(quantity)} ${pluralOf(unit)}`;
