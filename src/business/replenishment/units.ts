import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { decimalText, type Micros, micros, ONE } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** What a unit holds of a smaller one of the same dimension; everything else is the item's business. */
const dimensions: { readonly [unit in UnitCode]?: { readonly [smaller in UnitCode]?: Micros } } = {
  KGM: { GRM: 1000n * ONE },
  LTR: { MLT: 1000n * ONE },
  DZN: { EA: 12n * ONE },
  GRM: { KGM: ONE / 1000n },
  MLT: { LTR: ONE / 1000n },
};

/** How many base units one `unit` of an item is; undefined when nothing says so. */
export function baseUnitsIn(item: NonNullable<PlanningInput['item']>, unit: UnitCode): Micros | undefined {
  if (unit === item.baseUnit) return ONE;
  const pack = item.packs.find((candidate) => candidate.unit === unit);
  const holds = pack ? micros(pack.holds) : dimensions[unit]?.[item.baseUnit];
  return holds !== undefined && holds > 0n ? holds : undefined;
}

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
