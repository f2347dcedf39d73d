import type { ForecastComparison } from '#core/canonical/forecast.ts';
import { decimalText, type Micros, ZERO } from '#core/kernel/decimal.ts';

/** What a release does to one item-location. */
export type Difference = Pick<
  ForecastComparison['largest'][number],
  'itemId' | 'locationId' | 'unit' | 'what'
> & {
  readonly before: Micros;
  readonly after: Micros;
};

export interface LargestDifferences {
  add(difference: Difference): void;
  /** The largest first; of equals the one that came first. */
  list(): ForecastComparison['largest'];
}

/** Collects the differences with the largest absolute change, so many of any number, in memory for twice as many. */
export function largestDifferences(most: number): LargestDifferences {
  let kept: Difference[] = [];
  /** What is no larger has no place. */
  let least: Micros = ZERO;
  const cut = (): void => {
    kept.sort((a, b) => compare(sizeOf(b), sizeOf(a)));
    kept = kept.slice(0, most);
    const last = kept.length === most ? kept.at(-1) : undefined;
    if (last) least = sizeOf(last);
  };
  return {
    add: (difference) => {
      if (sizeOf(difference) <= least) return;
      kept.push(difference);
      if (kept.length >= 2 * most) cut();
    },
    list: () => {
      cut();
      return kept.map((one) => ({
        ...one,
        before: decimalText(one.before),
        after: decimalText(one.after),
      }));
    },
  };
}

const sizeOf = ({ before, after }: Difference): Micros => (after > before ? after - before : before - after);

const compare = (a: Micros, b: Micros): number => (a < b ? -1 : Number(a > b));
