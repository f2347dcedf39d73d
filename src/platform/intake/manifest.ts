import type { ObjectStore } from '#core/kernel/objects.ts';
import { type FileManifest, fileManifestSchema } from './completeness.ts';
import { FileRefused } from './file-refused.ts';
import { intakeLimits } from './limits.ts';

const SUFFIX = '.manifest.json';

export const isManifest = (key: string): boolean => key.endsWith(SUFFIX);

/** Where the manifest of a dropped file may lie: `week-48.csv.manifest.json` or `week-48.manifest.json` beside it. */
export const manifestKeysFor = (key: string): readonly string[] => [
  `${key}${SUFFIX}`,
  `${key.replace(/\.(?:csv|csv\.gz|ndjson)$/i, '')}${SUFFIX}`,
];

/** Where the manifest of one arrival is kept, beside the content it tells of. */
export const keptManifestKey = (contentKey: string, arrival: number): string =>
  arrival === 1 ? `${contentKey}${SUFFIX}` : `${contentKey}.${arrival}${SUFFIX}`;

/** A kept manifest; undefined where none was dropped. */
export async function readManifest(
  objects: ObjectStore,
  manifestKey: string | undefined,
): Promise<FileManifest | undefined> {
  if (manifestKey === undefined) return undefined;
  const content = await objects.read('documents', manifestKey);
  if (!content) throw new Error(`the kept manifest ${manifestKey} is gone`);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > intakeLimits.manifestBytes) {
      throw new FileRefused(
        'file-manifest',
        `the manifest has more than ${intakeLimits.manifestBytes} bytes`,
      );
    }
    pieces.push(piece);
  }
  const parsed = fileManifestSchema.safeParse(jsonOf(Buffer.concat(pieces).toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new FileRefused('file-manifest', 'the manifest is no JSON object with rows, sha256 or both');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
