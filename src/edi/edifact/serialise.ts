import type { Charset } from '../codec/charset.ts';
import { charsetOf } from '../codec/charset.ts';
import { Segment } from '../codec/segment.ts';
import type { Written } from '../codec/write-segments.ts';
import { SegmentWriter } from '../codec/write-segments.ts';
import type { EdifactDelimiters } from './delimiters.ts';
import { levelA } from './delimiters.ts';
import { edifactCodeOf } from './fault-codes.ts';

/** A message to send: its body, without UNH and UNT. */
export interface OutgoingMessage {
  readonly type: string;
  /** Version and release: `D`, `96A`. */
  readonly version: string;
  readonly release: string;
  /** Controlling agency, `UN`. */
  readonly agency: string;
  /** Association assigned code (`EAN008`); empty when none. */
  readonly association: string;
  readonly reference: string;
  readonly body: readonly Segment[];
}

export interface OutgoingEdifact {
  /** `UNOC`. */
  readonly syntaxIdentifier: string;
  /** `3` or `4`. */
  readonly syntaxVersion: string;
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  /** YYMMDD, CCYYMMDD in syntax version 4. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  readonly reference: string;
  readonly applicationReference?: string;
  readonly acknowledgementRequested: boolean;
  readonly test: boolean;
  readonly messages: readonly OutgoingMessage[];
}

export interface EdifactWriteOptions {
  readonly charset?: Charset;
  readonly lineBreaks?: boolean;
}

/** Write an interchange with UNA where its characters are not the usual ones, counts and references. */
export function serialiseEdifact(
  interchange: OutgoingEdifact,
  delimiters: EdifactDelimiters = levelA,
  options: EdifactWriteOptions = {},
): Written {
  const segments = [
    unbOf(interchange),
    ...interchange.messages.flatMap(messageSegments),
    new Segment('UNZ', [String(interchange.messages.length), interchange.reference]),
  ];
  const charset = options.charset ?? charsetOf(interchange.syntaxIdentifier);
  const repetition = interchange.syntaxVersion >= '4' ? delimiters.repetition : '';
  return serialiseEdifactSegments(segments, { ...delimiters, repetition }, { ...options, charset });
}

/** Write segments that have their envelopes already. */
export function serialiseEdifactSegments(
  segments: readonly Segment[],
  delimiters: EdifactDelimiters,
  { charset = 'iso-8859-1', lineBreaks = false }: EdifactWriteOptions = {},
): Written {
  // The decimal mark is advice to the reader and never released: `12?.5` is no number to most.
  const { decimal, ...separators } = delimiters;
  const { component, element, release, repetition, terminator } = separators;
  const writer = new SegmentWriter(separators, { charset, lineBreaks }, edifactCodeOf);
  const advice = component + element + decimal + (release || ' ') + (repetition || ' ') + terminator;
  // Without UNA a syntax version 4 interchange has `*` as its repetition separator.
  const isVersion4 = (segments[0]?.text(1, 2) ?? '') >= '4';
  if (isVersion4 || advice !== ":+.? '")
    writer.verbatim(`UNA${advice}${lineBreaks ? '\n' : ''}`, new Segment('UNA', []));
  for (const segment of segments) writer.segment(segment);
  return writer.written;
}

function unbOf(interchange: OutgoingEdifact): Segment {
  const { sender, receiver, syntaxIdentifier, syntaxVersion } = interchange;
  return new Segment('UNB', [
    [syntaxIdentifier, syntaxVersion],
    partyOf(sender),
    partyOf(receiver),
    [interchange.date, interchange.time],
    interchange.reference,
    '',
    interchange.applicationReference ?? '',
    '',
    interchange.acknowledgementRequested ? '1' : '',
    '',
    interchange.test ? '1' : '',
  ]);
}

const partyOf = ({ id, qualifier }: { id: string; qualifier: string }): string | readonly string[] =>
  qualifier === '' ? id : [id, qualifier];

function messageSegments({
  type,
  version,
  release,
  agency,
  association,
  reference,
  body,
}: OutgoingMessage): Segment[] {
  const name = [type, version, release, agency, ...(association === '' ? [] : [association])];
  return [
    new Segment('UNH', [reference, name]),
    ...body,
    new Segment('UNT', [String(body.length + 2), reference]),
  ];
}
