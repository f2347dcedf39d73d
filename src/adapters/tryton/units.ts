import type { UnitCode } from '#core/kernel/quantity.ts';

/** Symbols of the units that come with Tryton, and of those every installation adds. */
const bySymbol: ReadonlyMap<string, UnitCode> = new Map([
  ['u', 'EA'],
  ['pr', 'PR'],
  ['dz', 'DZN'],
  ['g', 'GRM'],
  ['kg', 'KGM'],
  ['t', 'TNE'],
  ['oz', 'ONZ'],
  ['lb', 'LBR'],
  ['ml', 'MLT'],
  ['cm³', 'MLT'],
  ['l', 'LTR'],
  ['gal', 'GLL'],
  ['cm', 'CMT'],
  ['m', 'MTR'],
  ['in', 'INH'],
  ['ft', 'FOT'],
  ['m²', 'MTK'],
  ['set', 'SET'],
]);

/** A package is a unit of the category "Units" with the pieces it holds as factor: `cs48` is a case of 48. */
const PACKAGE = /^(bg|bx|cs|ct|pk|pl|px|ro)(?:\d+(?:\.\d+)?)?$/;
const byPackage: ReadonlyMap<string, UnitCode> = new Map([
  ['bg', 'XBG'],
  ['bx', 'XBX'],
  ['cs', 'XCS'],
  ['ct', 'XCT'],
  ['pk', 'XPK'],
  ['pl', 'XPL'],
  ['px', 'XPX'],
  ['ro', 'XRO'],
]);

/** The UN/ECE code of a unit of the ERP by its symbol; undefined when we have none for it. */
export function unitCodeOf(symbol: string): UnitCode | undefined {
  const trimmed = symbol.trim().toLowerCase();
  return bySymbol.get(trimmed) ?? byPackage.get(PACKAGE.exec(trimmed)?.[1] ?? '');
}
