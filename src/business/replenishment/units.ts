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
  GRM: 'g',
  KGM: 'kg',
  MLT: 'ml',
  LTR: 'l',
  MTR: 'm',
  XBX: 'boxes',
  XCS: 'cases',
  XPK: 'packs',
  XPX: 'pallets',
};

export const pluralOf = (unit: UnitCode): string => plurals[unit];

/** A quantity as people say it: `480 pieces`. */
export const inWords = (quantity: Micros, unit: UnitCode): string =>
  `${decimalText(quantity)} ${pluralOf(unit)}`;
