/** Content as it is dropped, and as it is kept: unchanged, under its hash. */
import { createHash } from 'node:crypto';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { keptManifestKey, manifestKeysFor } from './manifest.ts';

/** What one server-side copy can take; a larger file is refused where it lies. */
export const MOST_COPIED = 5 * 1024 ** 3;

export interface Content {
  /** Empty for what is too large to be kept. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

export const contentKeyOf = (sha256: string): string => `documents/${sha256}`;

/** Hash and size of an object, in a stream; undefined when there is none. */
export async function contentOf(
  objects: ObjectStore,
  bucket: 'landing' | 'documents',
  key: string,
): Promise<Content | undefined> {
  const size = await objects.size(bucket, key);
  if (size === undefined) return undefined;
  if (size > MOST_COPIED) return { sha256: '', sizeBytes: size };
  const content = await objects.read(bucket, key);
  if (!content) return undefined;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of content) {
    hash.update(piece);
    sizeBytes += piece.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/**
 * Copy a dropped file under its hash, and hash the copy. Problems: `file-missing` when it was deleted meanwhile,
 * `temporarily-unavailable` when it was replaced.
 */
export async function keepContent(
  objects: ObjectStore,
  key: string,
  { sha256 }: Content,
): Promise<Result<void>> {
  const contentKey = contentKeyOf(sha256);
  if ((await objects.size('landing', key)) === undefined) {
    return fail(problem('file-missing', `${key} was deleted while it was read`));
  }
  await objects.copy({ bucket: 'landing', key }, { bucket: 'documents', key: contentKey });
  const copy = await contentOf(objects, 'documents', contentKey);
  if (copy?.sha256 === sha256) return ok(undefined);
  return fail(problem('temporarily-unavailable', `${key} was replaced while it was read; it is read again`));
}

/** Copy the manifest that lies beside a dropped file, for one of its arrivals; where it is kept, if there is one. */
export async function keepManifest(
  objects: ObjectStore,
  key: string,
  contentKey: string,
  arrival: number,
): Promise<string | undefined> {
  for (const manifestKey of manifestKeysFor(key)) {
    if ((await objects.size('landing', manifestKey)) === undefined) continue;
    const kept = keptManifestKey(contentKey, arrival);
    await objects.copy({ bucket: 'landing', key: manifestKey }, { bucket: 'documents', key: kept });
    return kept;
  }
  return undefined;
}
