import { describe, expect, test } from 'vitest';
import { baseUnitsIn } from '#core/canonical/base-units.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

const holds = (unit: UnitCode, baseUnit: UnitCode, packs: { unit: UnitCode; holds: string }[] = []) => {
  const base = baseUnitsIn({ baseUnit, packs }, unit);
  return base === undefined ? undefined : decimalText(base);
};

describe('how many base units a unit of an item is', () => {
  test('[C2] the base unit is itself, a pack holds what the item says', () => {
    expect(holds('EA', 'EA')).toBe('1');
    expect(holds('XCS', 'EA', [{ unit: 'XCS', holds: '48' }])).toBe('48');
    expect(holds('XCS', 'EA')).toBeUndefined();
  });

  test.each([
    ['DZN', 'EA', '12'],
    ['PR', 'EA', '2'],
    ['EA', 'PR', '0.5'],
    ['DZN', 'PR', '6'],
    ['KGM', 'GRM', '1000'],
    ['GRM', 'KGM', '0.001'],
    ['LTR', 'MLT', '1000'],
    ['MLT', 'LTR', '0.001'],
    ['TNE', 'KGM', '1000'],
    ['LBR', 'GRM', '453.59237'],
    ['ONZ', 'LBR', '0.0625'],
    ['GLL', 'MLT', '3785.411784'],
    ['MTR', 'CMT', '100'],
    ['INH', 'CMT', '2.54'],
    ['FOT', 'INH', '12'],
    ['FOT', 'MTR', '0.3048'],
  ] as const)('[C2] one %s is so many %s: %s', (unit, base, expected) => {
    expect(holds(unit, base)).toBe(expected);
  });

  test('[C2] what has no exact answer has none', () => {
    expect(holds('EA', 'DZN')).toBeUndefined();
    expect(holds('PR', 'DZN')).toBeUndefined();
    expect(holds('KGM', 'LTR')).toBeUndefined();
    expect(holds('MTR', 'EA')).toBeUndefined();
    expect(holds('KGM', 'LBR')).toBeUndefined();
    expect(holds('LBR', 'KGM')).toBeUndefined();
    expect(holds('ONZ', 'GRM')).toBeUndefined();
    expect(holds('GLL', 'LTR')).toBeUndefined();
    expect(holds('MTK', 'MTR')).toBeUndefined();
    expect(holds('SET', 'EA')).toBeUndefined();
  });

  test("[C7] the item's own pack comes before the general rule, and one that holds nothing is none", () => {
    expect(holds('DZN', 'EA', [{ unit: 'DZN', holds: '13' }])).toBe('13');
    expect(holds('XCS', 'EA', [{ unit: 'XCS', holds: '0' }])).toBeUndefined();
  });
});
