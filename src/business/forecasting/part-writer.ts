import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { SizedObject } from './model.ts';

const BLOCK = 32 * 1024;
const PART = 2 * 1024 * 1024;
const MOST_BUFFERED = 16 * 1024 * 1024;
const MOST_AT_ONCE = 4;
/** The most bytes of UTF-8 that one unit of a string becomes. */
const BYTES_A_UNIT = 3;

export interface WrittenPart extends SizedObject {
  /** Which heap its lines belong to. */
  readonly heap: number;
}

export interface PartWriter {
  /** Take a line (with its end) of ASCII or other text; nothing is written yet. */
  add(heap: number, line: string): void;
  /** Write what has grown too large; to be awaited between batches, it is what bounds the memory. */
  settle(): Promise<void>;
  /** Write the rest; every part, in the order in which its lines came. */
  finish(): Promise<readonly WrittenPart[]>;
}

/** Lines as bytes in blocks, of which the last is being filled. */
interface Heap {
  blocks: Block[];
  bytes: number;
  rows: number;
  parts: number;
}

interface Block {
  readonly content: Buffer;
  used: number;
}

/**
 * Writes lines that belong to many heaps as immutable part objects in the work bucket: a heap is written when it
 * has grown to 2 MiB, and the largest one when all together hold 16 MiB, so that memory depends neither on the
 * file nor on the number of heaps. The same lines in the same order make the same parts: a rerun overwrites them
 * with what they hold already.
 */
export function partWriter(
  objects: ObjectStore,
  heapCount: number,
  keyOf: (heap: number, part: number) => string,
): PartWriter {
  const heaps = Array.from({ length: heapCount }, (): Heap => ({ blocks: [], bytes: 0, rows: 0, parts: 0 }));
  const free: Buffer[] = [];
  const written: Promise<WrittenPart>[] = [];
  const inFlight = new Set<Promise<unknown>>();
  let buffered = 0;

  const write = async (heap: Heap): Promise<void> => {
    if (inFlight.size >= MOST_AT_ONCE) await Promise.race(inFlight);
    const index = heaps.indexOf(heap);
    const key = keyOf(index, heap.parts);
    const { rows } = heap;
    const bytes = Buffer.concat(heap.blocks.map(({ content, used }) => content.subarray(0, used)));
    free.push(...heap.blocks.map(({ content }) => content));
    buffered -= heap.bytes;
    Object.assign(heap, { blocks: [], bytes: 0, rows: 0, parts: heap.parts + 1 });
    const writing = objects.write('work', key, bytes).then(() => {
      inFlight.delete(writing);
      return { heap: index, key, rows, bytes: bytes.length, sha256: sha256(bytes) };
    });
    // Its failure is seen by whoever awaits the parts or the race; until then it must not count as unhandled.
    writing.catch(() => undefined);
    inFlight.add(writing);
    written.push(writing);
  };
  return {
    add: (index, line) => {
      const heap = heaps[index];
      if (!heap) throw new RangeError(`there is no heap ${index}`);
      const room = line.length * BYTES_A_UNIT;
      if (room > BLOCK) throw new RangeError(`a line of ${line.length} characters does not fit a block`);
      let block = heap.blocks.at(-1);
      if (!block || BLOCK - block.used < room) {
        block = { content: free.pop() ?? Buffer.allocUnsafeSlow(BLOCK), used: 0 };
        heap.blocks.push(block);
      }
      const bytes = block.content.write(line, block.used);
      block.used += bytes;
      heap.bytes += bytes;
      heap.rows += 1;
      buffered += bytes;
    },
    settle: async () => {
      for (const heap of heaps) if (heap.bytes >= PART) await write(heap);
      while (buffered > MOST_BUFFERED) await write(largest(heaps));
    },
    finish: async () => {
      for (const heap of heaps) if (heap.bytes > 0) await write(heap);
      return Promise.all(written);
    },
  };
}

const largest = (heaps: readonly Heap[]): Heap =>
  heaps.reduce((most, heap) => (heap.bytes > most.bytes ? heap : most));
