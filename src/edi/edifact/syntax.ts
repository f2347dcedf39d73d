import type { InterchangeFacts, Syntax } from '../codec/interchange-reader.ts';
import type { Segment } from '../codec/segment.ts';
import { unaReader } from './delimiters.ts';
import { edifactEnvelope } from './envelope.ts';

/** EDIFACT as the reader wants a syntax. */
export const edifactSyntax: Syntax = {
  rules: edifactEnvelope,
  preambleReader: () => unaReader,
  facts,
  groupVersion: (header) => header.components(7).slice(0, 2).join(''),
};

/** S002 sender, S003 recipient, 0031 acknowledgement request, 0035 test indicator. */
function facts(header: Segment | undefined): InterchangeFacts {
  return {
    sender: { qualifier: header?.text(2, 2) ?? '', id: header?.text(2) ?? '' },
    receiver: { qualifier: header?.text(3, 2) ?? '', id: header?.text(3) ?? '' },
    test: header?.text(11) === '1',
    acknowledgementRequested: header?.text(9) === '1',
  };
}
