import { createHash } from 'node:crypto';
import type { WorkObject } from '#core/canonical/forecast.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { openLines } from './line-cursor.ts';
import { mergeLines } from './merge-lines.ts';
import { type ChunkResult, type ReleaseManifest, releaseKeys } from './model.ts';
import { lineNumberOf } from './quarantine-line.ts';

const PIECE = 256 * 1024;

/**
 * Merge what the splitter and the chunks sorted out into one object, ordered by line: what a planner downloads.
 * Undefined when there is nothing. Memory is a block for each source.
 */
export async function mergeQuarantine(
  objects: ObjectStore,
  manifest: ReleaseManifest,
  results: readonly ChunkResult[],
): Promise<WorkObject | undefined> {
  const sources = [
    manifest.quarantine,
    ...results.flatMap(({ quarantine }) => (quarantine ? [[quarantine]] : [])),
  ];
  const cursors = await Promise.all(sources.map((source) => openLines(objects, source)));
  const merged = mergeLines(cursors, (a, b) => lineNumberOf(a) < lineNumberOf(b));
  if (merged.line === undefined) return undefined;
  const hash = createHash('sha256');
  let rows = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    let text = '';
    while (merged.line !== undefined) {
      text += `${merged.line}\n`;
      rows += 1;
      const waiting = merged.advance();
      if (waiting) await waiting;
      if (text.length < PIECE && merged.line !== undefined) continue;
      const piece = Buffer.from(text);
      text = '';
      hash.update(piece);
      yield piece;
    }
  };
  const key = releaseKeys.quarantine(manifest.releaseId);
  await objects.write('work', key, pieces(), { contentType: 'application/x-ndjson' });
  return { key, sha256: hash.digest('hex'), rows };
}
