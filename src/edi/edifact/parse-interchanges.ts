import type { InterchangeEvent, ReadResult } from '../codec/interchange.ts';
import type { ReadOptions } from '../codec/interchange-reader.ts';
import { eventsOfStream, readAll } from '../codec/read-chunks.ts';
import { edifactSyntax } from './syntax.ts';

/** Read EDIFACT as it comes: an event for every interchange, group and message. */
export const edifactEvents = (
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
): AsyncGenerator<InterchangeEvent, void, undefined> => eventsOfStream(edifactSyntax, chunks, options);

/** Read EDIFACT that is already here into interchanges with their groups and messages. */
export const parseEdifact = (chunks: Iterable<Uint8Array>, options?: ReadOptions): ReadResult =>
  readAll(edifactSyntax, chunks, options);
