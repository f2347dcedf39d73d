import type { ForecastSeries } from '#core/canonical/forecast.ts';
import { dateOf, dayNumber } from '#core/kernel/dates.ts';
import { type Micros, ZERO } from '#core/kernel/decimal.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type ChunkResult, type ReleaseManifest, releaseKeys } from './model.ts';
import type { ForecastingPorts } from './ports.ts';
import { quarantineLine } from './quarantine-line.ts';
import { type ChunkLine, readChunkLine } from './rules/read-chunk-line.ts';
import { type MasterData, type ResolvedLines, resolveLines } from './rules/resolve-lines.ts';
import { weeklySums } from './rules/weekly-sums.ts';
import { seriesBefore, seriesLine } from './series-line.ts';
import { readChunkResult, readReleaseManifest, readWhole, writeLines } from './work-objects.ts';

const IDS_A_READ = 100;

export type ChunkCounts = Pick<ChunkResult, 'partition' | 'applied' | 'rejected' | 'quarantined'>;

/**
 * Check the rows of one partition against each other and against master data.
 * 1. Read its parts; each must have the rows and the hash that the manifest says.
 * 2. Group by item and location and make one series of each, in the item's base unit.
 * 3. Write the series, what was sorted out with its reasons, and last the result that counts both.
 * A chunk that has its result is not computed again.
 *
 * Problems: `not-found` for an unknown release or partition, `release-broken` when a part is not what the manifest says.
 */
export async function checkForecastChunk(
  { records, objects }: Pick<ForecastingPorts, 'records' | 'objects'>,
  { releaseId, partition }: { readonly releaseId: string; readonly partition: number },
): Promise<Result<ChunkCounts>> {
  const release = await records.get('forecast-release', releaseId);
  if (!release) return fail(problem('not-found', `there is no forecast release ${releaseId}`));
  const done = await readChunkResult(objects, releaseId, partition);
  if (!done.ok) return done;
  if (done.value) return ok(countsOf(done.value));
  const manifest = await readReleaseManifest(objects, release.body);
  if (!manifest.ok) return manifest;
  if (!(partition < manifest.value.partitions)) {
    return fail(problem('not-found', `release ${releaseId} has no partition ${partition}`));
  }
  const groups = await readGroups(objects, manifest.value, partition);
  if (!groups.ok) return groups;
  const resolved = await resolveGroups(records, groups.value);
  const result = await writeChunk(objects, releaseId, partition, resolved);
  return ok(countsOf(result));
}

const countsOf = ({ partition, applied, rejected, quarantined }: ChunkResult): ChunkCounts => ({
  partition,
  applied,
  rejected,
  quarantined,
});

type Groups = ReadonlyMap<string, readonly ChunkLine[]>;

/** The lines of a partition by item and location, each group in the order of the file. */
async function readGroups(
  objects: ObjectStore,
  { parts, releaseId }: ReleaseManifest,
  partition: number,
): Promise<Result<Groups>> {
  const groups = new Map<string, ChunkLine[]>();
  for (const part of parts.filter((candidate) => candidate.partition === partition)) {
    const bytes = await readWhole(objects, part.key);
    if (!bytes || sha256(bytes) !== part.sha256) {
      return fail(problem('release-broken', `${part.key} of release ${releaseId} does not have its hash`));
    }
    const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1);
    if (lines.length !== part.rows) {
      return fail(problem('release-broken', `${part.key} has ${lines.length} rows and not ${part.rows}`));
    }
    for (const written of lines) {
      const line = readChunkLine(written);
      const key = `${line.itemId},${line.locationId}`;
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  }
  return ok(groups);
}

async function resolveGroups(records: Records, groups: Groups): Promise<readonly ResolvedLines[]> {
  const firsts = [...groups.values()].flatMap((lines) => lines.slice(0, 1));
  const items = await bodiesById(records, 'item', new Set(firsts.map(({ itemId }) => itemId)));
  const locations = await bodiesById(
    records,
    'location',
    new Set(firsts.map(({ locationId }) => locationId)),
  );
  return [...groups.values()].map((lines) => {
    const [first] = lines;
    const master: MasterData = {
      item: items.get(first?.itemId ?? ''),
      location: locations.get(first?.locationId ?? ''),
    };
    return resolveLines(lines, master);
  });
}

async function bodiesById<T extends 'item' | 'location'>(
  records: Records,
  type: T,
  ids: ReadonlySet<string>,
) {
  const wanted = [...ids];
  const found = new Map<string, NonNullable<Awaited<ReturnType<typeof records.get<T>>>>['body']>();
  for (let at = 0; at < wanted.length; at += IDS_A_READ) {
    for (const { id, body } of await records.getMany(type, wanted.slice(at, at + IDS_A_READ))) {
      found.set(id, body);
    }
  }
  return found;
}

async function writeChunk(
  objects: ObjectStore,
  releaseId: string,
  partition: number,
  resolved: readonly ResolvedLines[],
): Promise<ChunkResult> {
  const series = resolved.flatMap((group) => group.series ?? []);
  series.sort((a, b) => (seriesBefore(a, b) ? -1 : 1));
  const sortedOut = resolved.flatMap((group) => group.sortedOut);
  sortedOut.sort((a, b) => a.line.line - b.line.line);
  const applied = resolved.reduce((sum, group) => sum + group.applied, 0);
  const total: Micros = resolved.reduce((sum, group) => sum + group.total, ZERO);
  const weeks = weeklySums(series);
  const entries = sortedOut.map(({ line, fault }) => quarantineLine(line.line, fault, line.text));
  const result: ChunkResult = {
    partition,
    received: applied + sortedOut.length,
    applied,
    rejected: 0,
    quarantined: sortedOut.length,
    itemLocations: series.length,
    totalMicros: total.toString(),
    ...spanOf(series),
    ...(weeks && { weeks }),
    series: await writeLines(objects, releaseKeys.series(releaseId, partition), series.map(seriesLine)),
    ...(entries.length > 0 && {
      quarantine: await writeLines(objects, releaseKeys.chunkQuarantine(releaseId, partition), entries),
    }),
  };
  const key = releaseKeys.result(releaseId, partition);
  await objects.write('work', key, Buffer.from(JSON.stringify(result)), { contentType: 'application/json' });
  return result;
}

/** First and last bucket that any series speaks of. */
function spanOf(series: readonly ForecastSeries[]): { readonly from?: string; readonly to?: string } {
  let from: string | undefined;
  let to: string | undefined;
  for (const one of series) {
    const last = dateOf(dayNumber(one.from) + (one.quantities.length - 1) * 7);
    if (from === undefined || one.from < from) from = one.from;
    if (to === undefined || last > to) to = last;
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
