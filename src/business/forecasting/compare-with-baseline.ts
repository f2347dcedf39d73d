import type { ForecastRelease, ForecastRevision } from '#core/canonical/forecast.ts';
import { decimalText, type Micros } from '#core/kernel/decimal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type ReleaseTotals, readChunkResults } from './collect-results.ts';
import { type Comparison, compareReleases } from './compare-releases.ts';
import { readReleaseManifest } from './work-objects.ts';

export interface RevisedBaseline {
  readonly comparison: Comparison;
  readonly revision: ForecastRevision;
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
  const { changed, added, dropped } = comparison;
  const totalAfter = decimalText(total);
  return ok({ comparison, revision: { against: id, changed, added, dropped, totalBefore, totalAfter } });
}
