import { createHash } from 'node:crypto';
import type { LineCounts } from '#core/canonical/forecast.ts';
import { type Micros, ZERO } from '#core/kernel/decimal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ChunkResult, ReleaseManifest } from './model.ts';
import { readChunkResult } from './work-objects.ts';

const READ_AT_ONCE = 16;

export interface ReleaseTotals {
  readonly results: readonly ChunkResult[];
  readonly counts: LineCounts;
  readonly itemLocations: number;
  readonly total: Micros;
  /** First and last bucket; undefined when nothing was applied. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
  /** Where counts do not agree, in sentences; anything here and nothing counts. */
  readonly disagreements: readonly string[];
}

/** The results of all partitions; `temporarily-unavailable` while one is not there yet. */
export async function readChunkResults(
  objects: ObjectStore,
  { releaseId, partitions }: Pick<ReleaseManifest, 'releaseId' | 'partitions'>,
): Promise<Result<readonly ChunkResult[]>> {
  const results: ChunkResult[] = [];
  for (let at = 0; at < partitions; at += READ_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(READ_AT_ONCE, partitions - at) }, (_, index) => at + index);
    const read = await Promise.all(
      numbers.map((partition) => readChunkResult(objects, releaseId, partition)),
    );
    for (const [index, result] of read.entries()) {
      if (!result.ok) return result;
      if (result.value) results.push(result.value);
      else return fail(problem('temporarily-unavailable', `partition ${at + index} is not checked yet`));
    }
  }
  return ok(results);
}

/** Which series objects are not what their result says: two attempts at one chunk may have crossed. */
export async function brokenSeries(
  objects: ObjectStore,
  results: readonly ChunkResult[],
): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { partition, series } of results) {
    const hash = createHash('sha256');
    for await (const piece of (await objects.read('work', series.key)) ?? []) hash.update(piece);
    if (hash.digest('hex') !== series.sha256) {
      broken.push(`the series of partition ${partition} are not what its result says`);
    }
  }
  return broken;
}

/** Add up what became of every row, and hold it against what the splitter handed out. */
export function addUp(manifest: ReleaseManifest, results: readonly ChunkResult[]): ReleaseTotals {
  const sum = (of: (result: ChunkResult) => number) => results.reduce((all, result) => all + of(result), 0);
  const counts: LineCounts = {
    received: manifest.received,
    applied: sum(({ applied }) => applied),
    rejected: sum(({ rejected }) => rejected),
    quarantined: manifest.quarantined + sum(({ quarantined }) => quarantined),
    inFlight: 0,
  };
  const from = results.flatMap((result) => result.from ?? []).sort()[0];
  const to = results
    .flatMap((result) => result.to ?? [])
    .sort()
    .at(-1);
  return {
    results,
    counts,
    itemLocations: sum(({ itemLocations }) => itemLocations),
    total: results.reduce((all, { totalMicros }) => all + BigInt(totalMicros), ZERO),
    span: from !== undefined && to !== undefined ? { from, to } : undefined,
    disagreements: [...results.flatMap((result) => disagreementsIn(manifest, result)), ...inSum(counts)],
  };
}

function disagreementsIn(manifest: ReleaseManifest, result: ChunkResult): string[] {
  const { partition, received, applied, rejected, quarantined } = result;
  const parts = manifest.parts.filter((part) => part.partition === partition);
  const handedOut = parts.reduce((sum, { rows }) => sum + rows, 0);
  if (handedOut !== received)
    return [`partition ${partition} was given ${handedOut} rows and saw ${received}`];
  const known = applied + rejected + quarantined;
  return known === received ? [] : [`partition ${partition} saw ${received} rows and accounts for ${known}`];
}

function inSum({ received, applied, rejected, quarantined }: LineCounts): string[] {
  const known = applied + rejected + quarantined;
  return known === received ? [] : [`the file has ${received} rows and ${known} are accounted for`];
}
