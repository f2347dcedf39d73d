import { type ForecastRelease, type ForecastSeries, forecastSeriesSchema } from '#core/canonical/forecast.ts';
import { partitionOf } from '#core/canonical/partition.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { openLines } from './line-cursor.ts';
import { seriesKey, seriesLine } from './series-line.ts';
import { readChunkResult, readReleaseManifest } from './work-objects.ts';

export interface SeriesBeside {
  readonly releaseId: string;
  readonly series?: ForecastSeries;
  readonly baseline?: { readonly releaseId: string; readonly series?: ForecastSeries };
}

type Place = Pick<ForecastSeries, 'itemId' | 'locationId'>;

/**
 * The forecast of one item at one location in a release, beside the baseline the release was compared with. Of each
 * release the one object that can hold it is read, in its order, until it is found or passed by. A series is absent
 * where a release does not speak of it, or its objects are no longer there.
 */
export async function seriesBesideBaseline(
  records: Pick<Records, 'get'>,
  objects: ObjectStore,
  release: StoredRecord<'forecast-release'>,
  place: Place,
): Promise<SeriesBeside> {
  const against = release.body.revision?.against;
  const baseline = against === undefined ? undefined : await records.get('forecast-release', against);
  const [series, before] = await Promise.all([
    findSeries(objects, release.body, place),
    baseline && findSeries(objects, baseline.body, place),
  ]);
  return {
    releaseId: release.id,
    ...(series && { series }),
    ...(baseline && { baseline: { releaseId: baseline.id, ...(before && { series: before }) } }),
  };
}

async function findSeries(
  objects: ObjectStore,
  release: ForecastRelease,
  { itemId, locationId }: Place,
): Promise<ForecastSeries | undefined> {
  const manifest = await readReleaseManifest(objects, release);
  if (!manifest.ok) return undefined;
  const partition = partitionOf(itemId, locationId, manifest.value.partitions);
  const result = await readChunkResult(objects, release.id, partition);
  const kept = result.ok ? result.value?.series : undefined;
  if (!kept || (await objects.size('work', kept.key)) !== kept.bytes) return undefined;
  const wanted = seriesKey(seriesLine({ itemId, locationId, unit: 'EA', from: '', quantities: [] }));
  const lines = await openLines(objects, [kept]);
  while (lines.line !== undefined && seriesKey(lines.line) < wanted) await lines.advance();
  return lines.line !== undefined && seriesKey(lines.line) === wanted
    ? forecastSeriesSchema.parse(JSON.parse(lines.line))
    : undefined;
}
