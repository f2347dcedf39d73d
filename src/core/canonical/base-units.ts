import { type Micros, micros, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { Item } from './item.ts';

/**
 * Units that measure the same thing, as whole numbers of something small: pieces, nanograms (a pound is 453.59237 g),
 * nanolitres (a US liquid gallon is 231 cubic inches), micrometres. What a set or a roll holds, only the item knows.
 */
const dimensions: readonly { readonly [unit in UnitCode]?: bigint }[] = [
  { EA: 1n, PR: 2n, DZN: 12n },
  {
    GRM: 1_000_000_000n,
    KGM: 1_000_000_000_000n,
    TNE: 1_000_000_000_000_000n,
    ONZ: 28_349_523_125n,
    LBR: 453_592_370_000n,
  },
  { MLT: 1_000_000n, LTR: 1_000_000_000n, GLL: 3_785_411_784n },
  { CMT: 10_000n, MTR: 1_000_000n, INH: 25_400n, FOT: 304_800n },
];

/** What converting needs to know of an item. */
export type CountedItem = Pick<Item, 'baseUnit'> & {
  readonly packs: readonly Pick<Item['packs'][number], 'unit' | 'holds'>[];
};

/**
 * How many base units of an item one of this unit is, exactly. Undefined when the item has no such pack and the
 * unit does not measure what its base unit measures, or not exactly. The item's own pack comes before the general rule.
 */
export function baseUnitsIn({ baseUnit, packs }: CountedItem, unit: UnitCode): Micros | undefined {
  if (unit === baseUnit) return ONE;
  const pack = packs.find((candidate) => candidate.unit === unit);
  const holds = pack ? micros(pack.holds) : withinDimension(unit, baseUnit);
  return holds !== undefined && holds > ZERO ? holds : undefined;
}

function withinDimension(unit: UnitCode, baseUnit: UnitCode): Micros | undefined {
  for (const dimension of dimensions) {
    const [own, base] = [dimension[unit], dimension[baseUnit]];
    if (own !== undefined && base !== undefined && (own * ONE) % base === 0n) return (own * ONE) / base;
  }
  return undefined;
}
