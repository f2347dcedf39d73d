import type { Charset } from '../codec/charset.ts';
import type { FaultDraft } from '../codec/fault.ts';
import { Segment } from '../codec/segment.ts';
import type { SegmentView } from '../codec/segment-view.ts';
import type { InterchangePreamble, PreambleReader } from '../codec/tokenizer.ts';

/** The characters that separate in an X12 interchange; `repetition` is empty before version 00402. */
export interface X12Delimiters {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly terminator: string;
}

const isaLength = 106;
/** Where the sixteen separators of an ISA of the right length are. */
const separatorPositions = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
/** The longest wrong ISA that is still tried. */
const longestIsa = 300;

/** Reads the ISA: fixed positions where they hold, else by counting separators, which is a finding. */
export function isaReader(charset: Charset): PreambleReader {
  return {
    firstByte: 0x49,
    binarySegments: true,
    read: (bytes, atEnd) => readIsa(bytes, atEnd, charset),
    begins: (view) => beginsIsa(view),
  };
}

function beginsIsa({ bytes, start, end }: SegmentView): boolean {
  return end - start >= 4 && isIsa(bytes, start) && !isAlphanumeric(bytes[start + 3] ?? 0);
}

const isIsa = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x49 && bytes[at + 1] === 0x53 && bytes[at + 2] === 0x41;

function readIsa(bytes: Uint8Array, atEnd: boolean, charset: Charset): InterchangePreamble | 'more' | 'none' {
  if (bytes.length < 4) return isPrefix(bytes) && !atEnd ? 'more' : 'none';
  const separator = bytes[3] ?? 0;
  if (!isIsa(bytes, 0) || isAlphanumeric(separator)) return 'none';
  if (bytes.length < isaLength && !atEnd) return 'more';
  const fixed = bytes.length >= isaLength && separatorPositions.every((at) => bytes[at] === separator);
  const last = fixed ? 103 : positionOfSeparator(bytes, separator, 16);
  if (last === undefined) return bytes.length < longestIsa && !atEnd ? 'more' : 'none';
  if (bytes.length < last + 3) return atEnd ? 'none' : 'more';
  return preambleOf(bytes, separator, last, charset);
}

function isPrefix(bytes: Uint8Array): boolean {
  return [0x49, 0x53, 0x41].every((letter, i) => i >= bytes.length || bytes[i] === letter);
}

function positionOfSeparator(bytes: Uint8Array, separator: number, which: number): number | undefined {
  let seen = 0;
  for (let i = 3; i < Math.min(bytes.length, longestIsa); i++)
    if (bytes[i] === separator && ++seen === which) return i;
  return undefined;
}

function preambleOf(
  bytes: Uint8Array,
  separator: number,
  last: number,
  charset: Charset,
): InterchangePreamble {
  const component = bytes[last + 1] ?? 0;
  const terminator = bytes[last + 2] ?? 0;
  const text = Buffer.from(bytes.subarray(0, last + 2)).toString('latin1');
  const [, ...elements] = text.split(String.fromCharCode(separator));
  const repetition = repetitionOf(elements[10] ?? '', elements[11] ?? '');
  return {
    delimiters: { element: separator, component, repetition, release: -1, terminator },
    charset,
    consumed: last + 3,
    header: new Segment('ISA', elements, 1),
    findings: findingsOf(last + 3, [separator, component, terminator, repetition]),
  };
}

/** ISA11 is the repetition separator from 00402 on; `U` and other letters there are the old standards id. */
function repetitionOf(isa11: string, version: string): number {
  const byte = isa11.charCodeAt(0);
  if (isa11.length !== 1 || isAlphanumeric(byte) || byte === 0x20) return -1;
  return version >= '00402' ? byte : -1;
}

function findingsOf(length: number, delimiters: readonly number[]): FaultDraft[] {
  const findings: FaultDraft[] = [];
  if (length !== isaLength)
    findings.push(isaFinding('header-length', `the ISA has ${length} characters and not ${isaLength}`));
  const used = delimiters.filter((byte) => byte >= 0);
  if (new Set(used).size !== used.length)
    findings.push({
      ...isaFinding('delimiter-invalid', 'two of the delimiters are the same character'),
      severity: 'error',
    });
  else if (used.some((byte) => isAlphanumeric(byte) || byte >= 0x80 || byte === 0x20))
    findings.push(isaFinding('delimiter-invalid', 'a delimiter is a letter, a digit, a space or not ASCII'));
  return findings;
}

const isaFinding = (kind: 'header-length' | 'delimiter-invalid', message: string): FaultDraft => ({
  kind,
  level: 'interchange',
  position: 1,
  segment: 'ISA',
  message,
});

const isAlphanumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
