import type { ForecastComparison, ForecastSeries } from '#core/canonical/forecast.ts';
import { dayNumber } from '#core/kernel/dates.ts';
import { type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { type LineCursor, openLines } from './line-cursor.ts';
import { mergeLines } from './merge-lines.ts';
import type { ChunkResult } from './model.ts';
import { type Departure, departureOf } from './rules/departure.ts';
import { type LargestDifferences, largestDifferences } from './rules/largest-differences.ts';
import { seriesKey } from './series-line.ts';

/** One side of a comparison: the series of a release and the weeks it speaks of. */
export interface ComparedRelease {
  readonly results: readonly ChunkResult[];
  readonly span: { readonly from: string; readonly to: string };
}

export interface Comparison {
  /** Weeks that both releases speak of; departures are measured over these. */
  readonly commonWeeks: number;
  readonly itemLocationsBefore: number;
  readonly changed: number;
  readonly added: number;
  readonly dropped: number;
  readonly departures: { readonly [D in Departure]: DepartureCount };
  /** The item-locations whose totals differ most, over the weeks that both releases speak of. */
  readonly largest: ForecastComparison['largest'];
}

export interface DepartureCount {
  readonly count: number;
  /** The first few, as `item at location: before → after`. */
  readonly examples: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Tally = Mutable<Omit<Comparison, 'departures' | 'largest'>> & {
  readonly largest: LargestDifferences;
  readonly departures: { readonly [D in Departure]: { count: number; examples: string[] } };
};

const EXAMPLES = 3;
/** As many as the record of a comparison takes. */
const MOST_LARGEST = 200;

/**
 * Compare two releases item-location by item-location, both read once in the order of their keys: how each was
 * partitioned does not matter, and memory is a block for each partition. A departure of one item-location from the
 * baseline is judged over the weeks that both releases speak of, so that a horizon that rolls on is no change.
 */
export async function compareReleases(
  objects: ObjectStore,
  before: ComparedRelease,
  after: ComparedRelease,
  anomalyPercent: Micros,
): Promise<Comparison> {
  const weeks = commonWeeks(before.span, after.span);
  const tally = newTally(weeks.length);
  const [old, next] = await Promise.all([seriesOf(objects, before), seriesOf(objects, after)]);
  while (old.line !== undefined || next.line !== undefined) {
    const order = compareKeys(old.line, next.line);
    const oldLine = order <= 0 ? old.line : undefined;
    const newLine = order >= 0 ? next.line : undefined;
    count(tally, oldLine, newLine, weeks, anomalyPercent);
    const waits = [oldLine && old.advance(), newLine && next.advance()];
    for (const waiting of waits) if (waiting) await waiting;
  }
  return { ...tally, largest: tally.largest.list() };
}

async function seriesOf(objects: ObjectStore, { results }: ComparedRelease): Promise<LineCursor> {
  const cursors = await Promise.all(results.map(({ series }) => openLines(objects, [series])));
  return mergeLines(cursors, (a, b) => seriesKey(a) < seriesKey(b));
}

function compareKeys(a: string | undefined, b: string | undefined): number {
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const [left, right] = [seriesKey(a), seriesKey(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

interface Weeks {
  /** Day number of the first common week. */
  readonly first: number;
  readonly length: number;
}

function commonWeeks(a: ComparedRelease['span'], b: ComparedRelease['span']): Weeks {
  const first = Math.max(dayNumber(a.from), dayNumber(b.from));
  const last = Math.min(dayNumber(a.to), dayNumber(b.to));
  return { first, length: Math.max(0, (last - first) / 7 + 1) };
}

function newTally(weeks: number): Tally {
  const none = () => ({ count: 0, examples: [] });
  const departures = { spike: none(), drop: none(), zero: none(), lost: none() };
  const largest = largestDifferences(MOST_LARGEST);
  return {
    commonWeeks: weeks,
    itemLocationsBefore: 0,
    changed: 0,
    added: 0,
    dropped: 0,
    departures,
    largest,
  };
}

function count(
  tally: Tally,
  before: string | undefined,
  after: string | undefined,
  weeks: Weeks,
  anomalyPercent: Micros,
): void {
  if (before !== undefined) tally.itemLocationsBefore += 1;
  if (before === after) return;
  if (before === undefined) {
    tally.added += 1;
    if (after !== undefined) noteAdded(tally, readSeries(after), weeks);
    return;
  }
  const old = readSeries(before);
  const next = after === undefined ? undefined : readSeries(after);
  if (!next) tally.dropped += 1;
  else if (differ(old, next, weeks)) tally.changed += 1;
  const [totalBefore, totalAfter] = [totalOf(old, weeks), next && totalOf(next, weeks)];
  const what = next ? 'changed' : 'dropped';
  const { itemId, locationId, unit } = next ?? old;
  tally.largest.add({ itemId, locationId, unit, what, before: totalBefore, after: totalAfter ?? ZERO });
  const departure = departureOf(totalBefore, totalAfter, anomalyPercent);
  if (!departure) return;
  const tallied = tally.departures[departure];
  tallied.count += 1;
  if (tallied.examples.length >= EXAMPLES) return;
  tallied.examples.push(`${old.itemId} at ${old.locationId}: ${whole(totalBefore)} → ${whole(totalAfter)}`);
}

function noteAdded({ largest }: Tally, series: ForecastSeries, weeks: Weeks): void {
  const { itemId, locationId, unit } = series;
  largest.add({ itemId, locationId, unit, what: 'added', before: ZERO, after: totalOf(series, weeks) });
}

/** A line of ours: the chunk that wrote it made it from a checked series. */
const readSeries = (line: string): ForecastSeries => JSON.parse(line);

const quantityIn = ({ from, quantities }: ForecastSeries, day: number): Micros =>
  micros(quantities[(day - dayNumber(from)) / 7] ?? '0');

function differ(a: ForecastSeries, b: ForecastSeries, { first, length }: Weeks): boolean {
  if (a.unit !== b.unit) return true;
  for (let week = 0; week < length; week += 1) {
    const day = first + week * 7;
    if (quantityIn(a, day) !== quantityIn(b, day)) return true;
  }
  return false;
}

function totalOf(series: ForecastSeries, { first, length }: Weeks): Micros {
  let total = ZERO;
  for (let week = 0; week < length; week += 1) total += quantityIn(series, first + week * 7);
  return total;
}

const whole = (quantity: Micros | undefined): string =>
  quantity === undefined ? 'none' : String(quantity / 1_000_000n);
