import type { InterchangeEvent, ReadResult } from './interchange.ts';
import { InterchangeAssembler } from './interchange-assembler.ts';
import type { ReadOptions, Syntax } from './interchange-reader.ts';
import { InterchangeReader } from './interchange-reader.ts';

/** Bytes that are handed to the reader at once, so that a large chunk does not become a large queue. */
const stride = 65_536;

/** Read chunks that are all here into interchanges with their groups and transactions. */
export function readAll(syntax: Syntax, chunks: Iterable<Uint8Array>, options?: ReadOptions): ReadResult {
  const assembler = new InterchangeAssembler();
  const reader = new InterchangeReader(syntax, (event) => assembler.take(event), options);
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return assembler.result;
}

/** Read chunks that are still arriving: the events of each as it comes. */
export async function* eventsOfStream(
  syntax: Syntax,
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
): AsyncGenerator<InterchangeEvent, void, undefined> {
  let queue: InterchangeEvent[] = [];
  const reader = new InterchangeReader(syntax, (event) => queue.push(event), options);
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += stride) {
      reader.push(chunk.subarray(at, at + stride));
      if (queue.length === 0) continue;
      yield* queue;
      queue = [];
    }
  }
  reader.end();
  yield* queue;
}
