import type { InterchangeEvent, ReadResult } from '../codec/interchange.ts';
import type { ReadOptions } from '../codec/interchange-reader.ts';
import { eventsOfStream, readAll } from '../codec/read-chunks.ts';
import { x12Syntax } from './syntax.ts';

/** Read X12 as it comes: an event for every interchange, group and transaction set. */
export const x12Events = (
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
): AsyncGenerator<InterchangeEvent, void, undefined> => eventsOfStream(x12Syntax, chunks, options);

/** Read X12 that is already here into interchanges with their groups and transaction sets. */
export const parseX12 = (chunks: Iterable<Uint8Array>, options?: ReadOptions): ReadResult =>
  readAll(x12Syntax, chunks, options);
