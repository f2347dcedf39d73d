import {
  type Measure,
  MOST_MEASURE_IDS,
  type SupplierMeasureId,
  supplierMeasureIds,
  supplierMeasures,
} from '#core/canonical/scorecard.ts';
import { decimalText, divide, ONE } from '#core/kernel/decimal.ts';

interface Count {
  numerator: number;
  denominator: number;
  readonly counted: string[];
  readonly missed: string[];
}

/** Counts measures as orders and invoices go by, with the first ids of what counted and of what did not. */
export function measureTally() {
  const counts = new Map<SupplierMeasureId, Count>();
  const hours: number[] = [];
  const countOf = (measure: SupplierMeasureId): Count => {
    const found = counts.get(measure) ?? { numerator: 0, denominator: 0, counted: [], missed: [] };
    counts.set(measure, found);
    return found;
  };
  return {
    add: (measure: SupplierMeasureId, id: string, counted: boolean): void => {
      const count = countOf(measure);
      count.denominator += 1;
      if (counted) count.numerator += 1;
      const ids = counted ? count.counted : count.missed;
      if (ids.length < MOST_MEASURE_IDS) ids.push(id);
    },
    addHours: (value: number): void => {
      hours.push(value);
    },
    measures: (): Measure[] =>
      supplierMeasureIds.map((measure) => {
        const count = countOf(measure);
        const { unit } = supplierMeasures[measure];
        const value = unit === 'hours' ? median(hours) : percent(count);
        return { measure, unit, ...(value !== undefined && { value }), ...count };
      }),
  };
}

const percent = ({ numerator, denominator }: Count): string | undefined =>
  denominator === 0
    ? undefined
    : oneDecimal(divide(BigInt(numerator) * 100n * ONE, BigInt(denominator) * ONE));

function median(values: readonly number[]): string | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]];
  if (low === undefined || high === undefined) return undefined;
  return oneDecimal(BigInt(Math.round(((low + high) / 2) * 1_000_000)));
}

const TENTH = 100_000n;
const oneDecimal = (value: bigint): string => decimalText(((value + TENTH / 2n) / TENTH) * TENTH);
