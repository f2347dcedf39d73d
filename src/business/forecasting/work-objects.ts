/** Reading and writing whole, small objects of a release in the work bucket. */
import type * as z from 'zod';
import {
  type ForecastComparison,
  type ForecastRelease,
  forecastComparisonSchema,
  type WorkObject,
} from '#core/canonical/forecast.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import {
  type ChunkResult,
  chunkResultSchema,
  type ReleaseManifest,
  releaseKeys,
  releaseManifestSchema,
  type SizedObject,
} from './model.ts';

/** Write text as one object; what proves it whole. */
export async function writeWorkObject(
  objects: ObjectStore,
  key: string,
  text: string,
  rows: number,
): Promise<{ readonly key: string; readonly sha256: string; readonly rows: number }> {
  const bytes = Buffer.from(text);
  await objects.write('work', key, bytes);
  return { key, sha256: sha256(bytes), rows };
}

/** Keep what a release changes; what the release's record then names. */
export const writeComparison = (
  objects: ObjectStore,
  releaseId: string,
  comparison: ForecastComparison,
): Promise<WorkObject> =>
  writeWorkObject(
    objects,
    releaseKeys.comparison(releaseId),
    JSON.stringify(comparison),
    comparison.largest.length,
  );

/**
 * What a release changes. Problems: `not-found` until it has been checked; `release-broken` when the object is gone
 * or is not what the release says.
 */
export async function readComparison(
  objects: ObjectStore,
  { id, comparison }: Pick<ForecastRelease, 'id' | 'comparison'>,
): Promise<Result<ForecastComparison>> {
  if (!comparison) return fail(problem('not-found', `release ${id} has not been compared`));
  const bytes = await readWhole(objects, comparison.key);
  if (bytes && sha256(bytes) === comparison.sha256)
    return parsed(forecastComparisonSchema, bytes, `the comparison of release ${id}`);
  return fail(problem('release-broken', `the comparison of release ${id} does not have its hash`));
}

/** Write lines as one object of which the size is known to who reads it. */
export async function writeLines(
  objects: ObjectStore,
  key: string,
  lines: readonly string[],
): Promise<SizedObject> {
  const bytes = Buffer.from(lines.join(''));
  await objects.write('work', key, bytes, { contentType: 'application/x-ndjson' });
  return { key, sha256: sha256(bytes), rows: lines.length, bytes: bytes.length };
}

/** The whole of an object; undefined when it is not there. */
export async function readWhole(objects: ObjectStore, key: string): Promise<Uint8Array | undefined> {
  const content = await objects.read('work', key);
  if (!content) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * The manifest that the splitter wrote for a release: partitions, parts, counts. Problem `release-broken` when it
 * is not there or is not what the release says.
 */
export async function readReleaseManifest(
  objects: ObjectStore,
  { id, manifest }: Pick<ForecastRelease, 'id' | 'manifest'>,
): Promise<Result<ReleaseManifest>> {
  const bytes = manifest && (await readWhole(objects, manifest.key));
  if (!bytes) return fail(problem('release-broken', `release ${id} has no manifest`));
  if (sha256(bytes) !== manifest.sha256) {
    return fail(problem('release-broken', `the manifest of release ${id} does not have its hash`));
  }
  return parsed(releaseManifestSchema, bytes, `the manifest of release ${id}`);
}

/** What a chunk's check said; undefined when it has not said it yet. */
export async function readChunkResult(
  objects: ObjectStore,
  releaseId: string,
  partition: number,
): Promise<Result<ChunkResult | undefined>> {
  const bytes = await readWhole(objects, releaseKeys.result(releaseId, partition));
  if (!bytes) return ok(undefined);
  return parsed(chunkResultSchema, bytes, `the result of partition ${partition} of release ${releaseId}`);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, what: string): Result<T> {
  try {
    return ok(schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
  } catch {
    return fail(problem('release-broken', `${what} cannot be read`));
  }
}
