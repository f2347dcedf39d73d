import type { ForecastComparison, ForecastRelease, ForecastRevision } from '#core/canonical/forecast.ts';
import { decimalText, type Micros, ZERO } from '#core/kernel/decimal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type ReleaseTotals, readChunkResults } from './collect-results.ts';
import { type Comparison, compareReleases } from './compare-releases.ts';
import type { ChunkResult } from './model.ts';
import { sumsByWeek } from './rules/weekly-sums.ts';
import { readReleaseManifest } from './work-objects.ts';

export interface RevisedBaseline {
  readonly comparison: Comparison;
  readonly revision: ForecastRevision;
  /** Both, side by side, for a planner. */
  readonly sideBySide: ForecastComparison;
}

type Span = NonNullable<ReleaseTotals['span']>;

/** What a release changes against the one in force. Problem `release-broken` when that one's objects are gone. */
export async function compareWithBaseline(
  objects: ObjectStore,
  baseline: ForecastRelease,
  { results, total }: Pick<ReleaseTotals, 'results' | 'total'>,
  span: Span,
  anomalyPercent: Micros,
): Promise<Result<RevisedBaseline>> {
  const { id, horizon, total: totalBefore = '0' } = baseline;
  if (!horizon) return fail(problem('release-broken', `the baseline ${id} has no horizon`));
  const manifest = await readReleaseManifest(objects, baseline);
  if (!manifest.ok) return manifest;
  const before = await readChunkResults(objects, manifest.value);
  if (!before.ok) return before;
  const comparison = await compareReleases(
    objects,
    { results: before.value, span: horizon },
    { results, span },
    anomalyPercent,
  );
  const { changed, added, dropped, largest } = comparison;
  const totalAfter = decimalText(total);
  return ok({
    comparison,
    revision: { against: id, changed, added, dropped, totalBefore, totalAfter },
    sideBySide: { against: id, weeks: weeksOf(before.value, results), largest },
  });
}

/** What a release without a baseline says: everything is new. */
export async function compareWithNothing(
  objects: ObjectStore,
  { results }: Pick<ReleaseTotals, 'results'>,
  span: Span,
): Promise<ForecastComparison> {
  const { largest } = await compareReleases(objects, { results: [], span }, { results, span }, ZERO);
  return { weeks: weeksOf([], results), largest };
}

/** The sums of both releases by week; none where one of them was checked before they were kept. */
function weeksOf(before: readonly ChunkResult[], after: readonly ChunkResult[]): ForecastComparison['weeks'] {
  const [old, next] = [sumsByWeek(before), sumsByWeek(after)];
  if (!old || !next) return [];
  const buckets = [...new Set([...old.keys(), ...next.keys()])].sort();
  const sumIn = (sums: ReadonlyMap<string, Micros>, bucket: string) => decimalText(sums.get(bucket) ?? ZERO);
  return buckets.map((bucket) => ({ bucket, before: sumIn(old, bucket), after: sumIn(next, bucket) }));
}
