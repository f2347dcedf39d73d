import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { SizedObject } from './model.ts';

/** Text of a heap is turned into bytes when it is this long. */
const BLOCK = 16 * 1024;
const PART = 4 * 1024 * 1024;
const MOST_BUFFERED = 24 * 1024 * 1024;
const MOST_AT_ONCE = 4;

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

interface Heap {
  text: string;
  blocks: Uint8Array[];
  bytes: number;
  rows: number;
  parts: number;
}

/**
 * Writes lines that belong to many heaps as immutable part objects in the work bucket: a heap is written when it
 * has grown to 4 MiB, and the largest one when all together hold 24 MiB, so that memory depends neither on the
 * file nor on the number of heaps. The same lines in the same order make the same parts: a rerun overwrites them
 * with what they hold already.
 */
export function partWriter(
  objects: ObjectStore,
  heapCount: number,
  keyOf: (heap: number, part: number) => string,
): PartWriter {
  const heaps = Array.from({ length: heapCount }, newHeap);
  const written: Promise<WrittenPart>[] = [];
  const inFlight = new Set<Promise<unknown>>();
  let buffered = 0;

  const write = async (heap: Heap): Promise<void> => {
    if (inFlight.size >= MOST_AT_ONCE) await Promise.race(inFlight);
    const index = heaps.indexOf(heap);
    const { bytes, rows } = takeAll(heap);
    const key = keyOf(index, heap.parts - 1);
    buffered -= bytes.length;
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
      heap.text += line;
      heap.rows += 1;
      if (heap.text.length >= BLOCK) buffered += seal(heap);
    },
    settle: async () => {
      for (const heap of heaps) if (heap.bytes >= PART) await write(heap);
      while (buffered > MOST_BUFFERED) await write(largest(heaps));
    },
    finish: async () => {
      for (const heap of heaps) {
        buffered += seal(heap);
        if (heap.bytes > 0) await write(heap);
      }
      return Promise.all(written);
    },
  };
}

const newHeap = (): Heap => ({ text: '', blocks: [], bytes: 0, rows: 0, parts: 0 });

/** Turn the text of a heap into bytes; how many. */
function seal(heap: Heap): number {
  if (heap.text === '') return 0;
  const block = Buffer.from(heap.text);
  heap.blocks.push(block);
  heap.bytes += block.length;
  heap.text = '';
  return block.length;
}

/** The sealed bytes of a heap, which starts anew; its unsealed text stays for the next part. */
function takeAll(heap: Heap): { bytes: Uint8Array; rows: number } {
  const bytes = Buffer.concat(heap.blocks);
  const left = heap.text === '' ? 0 : heap.text.split('\n').length - 1;
  const rows = heap.rows - left;
  heap.blocks = [];
  heap.bytes = 0;
  heap.rows = left;
  heap.parts += 1;
  return { bytes, rows };
}

const largest = (heaps: readonly Heap[]): Heap =>
  heaps.reduce((most, heap) => (heap.bytes > most.bytes ? heap : most));
