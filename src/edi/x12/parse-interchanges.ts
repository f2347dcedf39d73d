import type { InterchangeEvent, ReadResult } from '../codec/interchange.ts';
import type { ReadOptions } from '../codec/interchange-reader.ts';
import { eventsOf, eventsOfStream, InterchangeAssembler } from '../codec/interchange-reader.ts';
import { x12Syntax } from './syntax.ts';

/** Read X12 as it comes: an event for every interchange, group and transaction set. */
export const x12Events = (
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
): AsyncGenerator<InterchangeEvent, void, undefined> => eventsOfStream(x12Syntax, chunks, options);

/** Read X12 that is already here into interchanges with their groups and transaction sets. */
export function parseX12(chunks: Iterable<Uint8Array>, options?: ReadOptions): ReadResult {
  const assembler = new InterchangeAssembler();
  for (const event of eventsOf(x12Syntax, chunks, options)) assembler.take(event);
  return assembler.result;
}
