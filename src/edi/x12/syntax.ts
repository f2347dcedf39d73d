import type { InterchangeFacts, Syntax } from '../codec/interchange-reader.ts';
import type { Segment } from '../codec/segment.ts';
import { isaReader } from './delimiters.ts';
import { x12Envelope } from './envelope.ts';

/** X12 as the reader wants a syntax. */
export const x12Syntax: Syntax = {
  rules: x12Envelope,
  preambleReader: ({ charset }) => isaReader(charset ?? 'utf-8'),
  facts,
  groupVersion: (header) => header.text(8),
};

function facts(header: Segment | undefined): InterchangeFacts {
  const text = (element: number): string => header?.text(element).trim() ?? '';
  return {
    sender: { qualifier: text(5), id: text(6) },
    receiver: { qualifier: text(7), id: text(8) },
    test: text(15) === 'T',
    acknowledgementRequested: text(14) === '1',
  };
}
