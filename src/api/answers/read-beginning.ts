import type { Bucket, ObjectStore } from '#core/kernel/objects.ts';

/** As much of an object as an answer of the API carries. */
export const LONGEST_BEGINNING = 64 * 1024;

export interface Beginning {
  readonly bytes: Uint8Array;
  /** Of the whole object. */
  readonly sizeBytes: number;
  readonly truncated: boolean;
}

/** The first 64 KB of an object, whatever its size; undefined when there is no such object. */
export async function readBeginning(
  objects: Pick<ObjectStore, 'read' | 'size'>,
  bucket: Bucket,
  key: string,
): Promise<Beginning | undefined> {
  const sizeBytes = await objects.size(bucket, key);
  if (sizeBytes === undefined) return undefined;
  const length = Math.min(sizeBytes, LONGEST_BEGINNING);
  const content = length > 0 ? await objects.read(bucket, key, { offset: 0, length }) : [];
  if (!content) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), sizeBytes, truncated: sizeBytes > length };
}

/** The complete lines among them, as text. */
export const wholeLines = ({ bytes, truncated }: Beginning): readonly string[] => {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return (truncated ? lines.slice(0, -1) : lines).filter((line) => line !== '');
};
