import type { ObjectStore } from '#core/kernel/objects.ts';
import type { SizedObject } from './model.ts';

/** A place in ordered lines that goes forward only. */
export interface LineCursor {
  /** The line it stands on, without its end; undefined past the last. */
  readonly line: string | undefined;
  /** Go to the next line: at once (undefined), or when more has been read. */
  advance(): Promise<void> | undefined;
}

/** Bytes read at a time: a release may have 256 partitions, and each has its block in memory. */
const BLOCK = 128 * 1024;

/**
 * The lines of objects, one object after the other, read in blocks by range so that no connection is held open
 * between them. It stands on the first line.
 */
export async function openLines(
  objects: ObjectStore,
  sources: readonly Pick<SizedObject, 'key' | 'bytes'>[],
  block = BLOCK,
): Promise<LineCursor> {
  const decoder = new TextDecoder('utf-8');
  let lines: string[] = [];
  let at = 0;
  let source = 0;
  let offset = 0;
  let rest = '';
  const fill = async (): Promise<void> => {
    lines = [];
    at = 0;
    while (lines.length === 0) {
      const current = sources[source];
      if (!current) return;
      if (offset >= current.bytes) {
        source += 1;
        offset = 0;
        continue;
      }
      const length = Math.min(block, current.bytes - offset);
      const text = rest + decoder.decode(await range(objects, current.key, offset, length), { stream: true });
      offset += length;
      lines = text.split('\n');
      rest = lines.pop() ?? '';
    }
  };
  await fill();
  return {
    get line() {
      return lines[at];
    },
    advance: () => {
      at += 1;
      return at < lines.length ? undefined : fill();
    },
  };
}

async function range(objects: ObjectStore, key: string, offset: number, length: number): Promise<Uint8Array> {
  const content = await objects.read('work', key, { offset, length });
  const pieces: Uint8Array[] = [];
  if (content) for await (const piece of content) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length !== length)
    throw new Error(`read ${bytes.length} of ${length} bytes of ${key} at ${offset}`);
  return bytes;
}
