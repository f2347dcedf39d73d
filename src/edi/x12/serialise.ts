import type { FaultKind } from '../codec/fault.ts';
import { Segment } from '../codec/segment.ts';
import type { WriteOptions, Written } from '../codec/write-segments.ts';
import { SegmentWriter } from '../codec/write-segments.ts';
import type { X12Delimiters } from './delimiters.ts';
import { x12CodeOf } from './fault-codes.ts';

/** A transaction set to send: its body, without ST and SE. */
export interface OutgoingTransaction {
  readonly type: string;
  /** ST02, four to nine characters. */
  readonly controlNumber: string;
  /** ST03, from 005010 on and only where agreed. */
  readonly convention?: string;
  readonly body: readonly Segment[];
}

export interface OutgoingGroup {
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  /** CCYYMMDD. */
  readonly date: string;
  /** HHMM or longer. */
  readonly time: string;
  readonly controlNumber: number;
  /** GS08: `004010`, `005010X231`. */
  readonly version: string;
  readonly transactions: readonly OutgoingTransaction[];
}

export interface OutgoingInterchange {
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  /** YYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
  /** ISA12: `00401`, `00501`. */
  readonly version: string;
  readonly controlNumber: number;
  readonly acknowledgementRequested: boolean;
  readonly test: boolean;
  /** Interchange acknowledgements, before any group. */
  readonly services?: readonly Segment[];
  readonly groups: readonly OutgoingGroup[];
}

/** What most of X12's trading partners use; the repetition separator is for 00402 and later. */
export const usualX12Delimiters: X12Delimiters = {
  element: '*',
  component: '>',
  repetition: '^',
  terminator: '~',
};

const isaWidths = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** Write an interchange with its envelopes, counts and control numbers. */
export function serialiseX12(
  interchange: OutgoingInterchange,
  delimiters: X12Delimiters = usualX12Delimiters,
  options: WriteOptions = { charset: 'utf-8' },
): Written {
  const hasRepetition = interchange.version >= '00402' && delimiters.repetition !== '';
  const repetition = hasRepetition ? delimiters.repetition : '';
  const { services = [], groups } = interchange;
  const control = String(interchange.controlNumber).padStart(9, '0');
  const segments = [
    isaOf(interchange, repetition, delimiters.component),
    ...services,
    ...groups.flatMap(groupSegments),
    new Segment('IEA', [String(groups.length), control]),
  ];
  return serialiseX12Segments(segments, { ...delimiters, repetition }, options);
}

/** Write segments that have their envelopes already; an ISA keeps its fixed widths. */
export function serialiseX12Segments(
  segments: Iterable<Segment>,
  delimiters: X12Delimiters,
  options: WriteOptions = { charset: 'utf-8' },
): Written {
  const writer = new SegmentWriter({ ...delimiters, release: '' }, options, x12CodeOf);
  for (const segment of segments) {
    if (segment.id === 'ISA') writeIsa(segment, delimiters, options, writer);
    else writer.segment(segment);
  }
  return writer.written;
}

function isaOf(interchange: OutgoingInterchange, repetition: string, component: string): Segment {
  const { sender, receiver } = interchange;
  return new Segment('ISA', [
    '00',
    '',
    '00',
    '',
    sender.qualifier,
    sender.id,
    receiver.qualifier,
    receiver.id,
    interchange.date,
    interchange.time,
    repetition || 'U',
    interchange.version,
    String(interchange.controlNumber).padStart(9, '0'),
    interchange.acknowledgementRequested ? '1' : '0',
    interchange.test ? 'T' : 'P',
    component,
  ]);
}

function writeIsa(
  segment: Segment,
  delimiters: X12Delimiters,
  { lineBreaks }: WriteOptions,
  writer: SegmentWriter,
): void {
  const values = isaWidths.map((width, index) => segment.text(index + 1).padEnd(width));
  const text = ['ISA', ...values].join(delimiters.element);
  writer.verbatim(text + delimiters.terminator + (lineBreaks ? '\n' : ''), segment);
  const reserved = [delimiters.element, delimiters.terminator];
  values.forEach((value, index) => {
    const width = isaWidths[index] ?? 0;
    const isDelimiter = index === 10 || index === 15;
    const refuse = (kind: FaultKind, message: string) => writer.refuse(kind, segment, index + 1, message);
    if (value.length > width) refuse('element-long', `may have ${width} characters and has ${value.length}`);
    else if (!isDelimiter && reserved.some((delimiter) => value.includes(delimiter)))
      refuse('element-character', 'contains a delimiter of this interchange');
  });
}

function groupSegments(group: OutgoingGroup): Segment[] {
  const control = String(group.controlNumber);
  const header = [group.functionalId, group.sender, group.receiver, group.date, group.time, control];
  return [
    new Segment('GS', [...header, 'X', group.version]),
    ...group.transactions.flatMap(transactionSegments),
    new Segment('GE', [String(group.transactions.length), control]),
  ];
}

function transactionSegments({ type, controlNumber, convention = '', body }: OutgoingTransaction): Segment[] {
  return [
    new Segment('ST', [type, controlNumber, convention]),
    ...body,
    new Segment('SE', [String(body.length + 2), controlNumber]),
  ];
}
