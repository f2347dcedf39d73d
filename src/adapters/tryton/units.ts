import type { UnitCode } from '#core/kernel/quantity.ts';

/** Symbols of the units that come with Tryton, and of those every installation adds. */
const bySymbol: ReadonlyMap<string, UnitCode> = new Map([
  ['u', 'EA'],
  ['pr', 'PR'],
  ['dz', 'DZN'],
  ['g', 'GRM'],
  ['kg', 'KGM'],
  ['ml', 'MLT'],
  ['cm³', 'MLT'],
  ['l', 'LTR'],
  ['m', 'MTR'],
]);

/** A package is a unit of the category "Units" with the pieces it holds as factor: `cs48` is a case of 48. */
const PACKAGE = /^(bx|cs|pk|px)(?:\d+(?:\.\d+)?)?$/;
const byPackage: ReadonlyMap<string, UnitCode> = new Map([
  ['bx', 'XBX'],
  ['cs', 'XCS'],
  ['pk', 'XPK'],
  ['px', 'XPX'],
]);

/** The UN/ECE code of a unit of the ERP by its symbol; undefined when we have none for it. */
export function unitCodeOf(symbol: string): UnitCode | undefined {
  const trimmed = symbol.trim().toLowerCase();
  return bySymbol.get(trimmed) ?? byPackage.get(PACKAGE.exec(trimmed)?.[1] ?? '');
}
