import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { ForecastSeries } from '#core/canonical/forecast.ts';
import type { Item } from '#core/canonical/item.ts';
import type { Location } from '#core/canonical/location.ts';
import { dateOf, dayNumber } from '#core/kernel/dates.ts';
import { decimalText, type Micros, multiply, ONE, ZERO } from '#core/kernel/decimal.ts';
import { type RowFault, shown } from '../row-faults.ts';
import type { ChunkLine } from './read-chunk-line.ts';

/** What a decimal can hold: 12 digits before the point. */
const MOST_QUANTITY: Micros = 1_000_000_000_000n * ONE;

export interface SortedOutLine {
  readonly line: ChunkLine;
  readonly fault: RowFault;
}

export interface ResolvedLines {
  /** Undefined when no line was good. */
  readonly series: ForecastSeries | undefined;
  /** Sum of the series' quantities. */
  readonly total: Micros;
  readonly applied: number;
  readonly sortedOut: readonly SortedOutLine[];
}

export interface MasterData {
  readonly item: Pick<Item, 'baseUnit' | 'packs' | 'status'> | undefined;
  readonly location: Pick<Location, 'status'> | undefined;
}

interface BaseLine {
  readonly line: ChunkLine;
  readonly quantity: Micros;
}

/**
 * Make one series of the lines of one item at one location, in the order of the file.
 * - An unknown or inactive item, an unknown or closed location sort out every line.
 * - A line in a unit that the item does not have is sorted out.
 * - Of lines of the same week and kind that say the same the first counts; if they differ none does.
 * - A week's quantity is its override, else its baseline and promotion added up; a week without lines between others is 0.
 */
export function resolveLines(lines: readonly ChunkLine[], master: MasterData): ResolvedLines {
  const [first] = lines;
  if (!first) return { series: undefined, total: ZERO, applied: 0, sortedOut: [] };
  const { item } = master;
  const unusable = masterDataFault(first, master);
  if (unusable || !item) {
    const fault = unusable ?? unknownItem(first);
    return { series: undefined, total: ZERO, applied: 0, sortedOut: lines.map((line) => ({ line, fault })) };
  }
  const sortedOut: SortedOutLine[] = [];
  const unique = uniqueLines(convert(lines, item, sortedOut), sortedOut);
  const { series, total } = seriesOf(first, item.baseUnit, unique);
  return { series, total, applied: unique.length, sortedOut };
}

function masterDataFault(line: ChunkLine, { item, location }: MasterData): RowFault | undefined {
  if (!item) return unknownItem(line);
  if (item.status === 'inactive') {
    return { code: 'item-inactive', reason: `the item ${shown(line.itemId)} is inactive` };
  }
  if (!location) {
    return { code: 'location-unknown', reason: `there is no location ${shown(line.locationId)}` };
  }
  if (location.status === 'closed') {
    return { code: 'location-closed', reason: `the location ${shown(line.locationId)} is closed` };
  }
  return undefined;
}

const unknownItem = ({ itemId }: ChunkLine): RowFault => ({
  code: 'item-unknown',
  reason: `there is no item ${shown(itemId)}`,
});

function convert(
  lines: readonly ChunkLine[],
  item: Pick<Item, 'baseUnit' | 'packs'>,
  sortedOut: SortedOutLine[],
): BaseLine[] {
  const good: BaseLine[] = [];
  for (const line of lines) {
    const holds = baseUnitsIn(item, line.unit);
    const quantity = holds === ONE ? line.quantity : holds && multiply(line.quantity, holds);
    if (quantity === undefined) {
      const reason = `the item ${shown(line.itemId)} is kept in ${item.baseUnit} and has no pack ${line.unit}`;
      sortedOut.push({ line, fault: { code: 'unit-not-of-item', reason } });
    } else if (quantity * 2n >= MOST_QUANTITY) {
      const reason = `${shown(decimalText(line.quantity))} ${line.unit} is too much in ${item.baseUnit}`;
      sortedOut.push({ line, fault: { code: 'quantity-out-of-range', reason } });
    } else good.push({ line, quantity });
  }
  return good;
}

/** One line for each week and kind: the first of those that agree, none of those that do not. */
function uniqueLines(lines: readonly BaseLine[], sortedOut: SortedOutLine[]): BaseLine[] {
  const unique: BaseLine[] = [];
  const byKey = Map.groupBy(lines, ({ line }) => `${line.bucket},${line.kind}`);
  for (const same of byKey.values()) {
    const [first] = same;
    if (!first) continue;
    if (same.every(({ quantity }) => quantity === first.quantity)) {
      unique.push(first);
      for (const { line } of same.slice(1)) sortedOut.push({ line, fault: duplicateOf(first.line) });
    } else {
      for (const { line } of same) sortedOut.push({ line, fault: conflictAmong(same) });
    }
  }
  return unique;
}

const duplicateOf = ({ line }: ChunkLine): RowFault => ({
  code: 'duplicate',
  reason: `the same row stands on line ${line}, which counts`,
});

const conflictAmong = (same: readonly BaseLine[]): RowFault => ({
  code: 'conflicting',
  reason: `lines ${same
    .slice(0, 5)
    .map(({ line }) => line.line)
    .join(', ')} say different quantities for the same week; none of them counts`,
});

function seriesOf(
  { itemId, locationId }: ChunkLine,
  unit: ForecastSeries['unit'],
  lines: readonly BaseLine[],
): { series: ForecastSeries | undefined; total: Micros } {
  if (lines.length === 0) return { series: undefined, total: ZERO };
  const overridden = new Set(
    lines.filter(({ line }) => line.kind === 'override').map(({ line }) => line.bucket),
  );
  const weeks = new Map<number, Micros>();
  for (const { line, quantity } of lines) {
    const day = dayNumber(line.bucket);
    const counts = line.kind === 'override' || !overridden.has(line.bucket);
    weeks.set(day, (weeks.get(day) ?? ZERO) + (counts ? quantity : ZERO));
  }
  const days = [...weeks.keys()];
  const from = Math.min(...days);
  const length = (Math.max(...days) - from) / 7 + 1;
  const quantities = Array.from({ length }, (_, week) => weeks.get(from + week * 7) ?? ZERO);
  return {
    series: { itemId, locationId, unit, from: dateOf(from), quantities: quantities.map(decimalText) },
    total: quantities.reduce((sum, quantity) => sum + quantity, ZERO),
  };
}
