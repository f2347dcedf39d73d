import { charsetOf } from '../codec/charset.ts';
import type { FaultDraft } from '../codec/fault.ts';
import type { DelimiterBytes } from '../codec/scanner.ts';
import type { SegmentView } from '../codec/segment-view.ts';
import type { InterchangePreamble, PreambleReader } from '../codec/tokenizer.ts';

/** The characters of an EDIFACT interchange; `repetition` is empty before syntax version 4. */
export interface EdifactDelimiters {
  readonly component: string;
  readonly element: string;
  readonly decimal: string;
  readonly release: string;
  readonly repetition: string;
  readonly terminator: string;
}

/** Level A of the standard: what holds where no UNA says otherwise. */
export const levelA: EdifactDelimiters = {
  component: ':',
  element: '+',
  decimal: '.',
  release: '?',
  repetition: '',
  terminator: "'",
};

const letterU = 0x55;
const letterN = 0x4e;
const unaLength = 9;
const space = 0x20;
const asterisk = 0x2a;
/** The longest head of a UNB that is looked at to find its syntax identifier and version. */
const longestSyntax = 64;

/** Reads UNA, or the defaults of level A and B where there is none, and the syntax identifier of the UNB. */
export const unaReader: PreambleReader = {
  firstByte: letterU,
  binarySegments: false,
  read: readUna,
  begins: ({ bytes, start, end }: SegmentView): boolean =>
    end - start >= 4 &&
    (isTag(bytes, start, 'UNA') || isTag(bytes, start, 'UNB')) &&
    !isLetter(bytes[start + 3]),
};

const isTag = (bytes: Uint8Array, at: number, tag: string): boolean =>
  bytes[at] === tag.charCodeAt(0) &&
  bytes[at + 1] === tag.charCodeAt(1) &&
  bytes[at + 2] === tag.charCodeAt(2);

const isLetter = (byte = 0): boolean => byte >= 0x41 && byte <= 0x5a;

function readUna(bytes: Uint8Array, atEnd: boolean): InterchangePreamble | 'more' | 'none' {
  if (bytes.length < 4) {
    const possible = bytes[0] === letterU && (bytes.length < 2 || bytes[1] === letterN);
    return possible && !atEnd ? 'more' : 'none';
  }
  const hasAdvice = isTag(bytes, 0, 'UNA');
  if (!hasAdvice && !(isTag(bytes, 0, 'UNB') || isTag(bytes, 0, 'UNH') || isTag(bytes, 0, 'UNG')))
    return 'none';
  if (hasAdvice && bytes.length < unaLength) return atEnd ? 'none' : 'more';
  const stated = hasAdvice ? advice(bytes) : defaultsFor(bytes[3] ?? 0);
  if (!stated) return 'none';
  const syntax = syntaxOf(bytes.subarray(hasAdvice ? unaLength : 0), stated, atEnd);
  if (syntax === 'more') return 'more';
  const repeats = syntax.version >= 4;
  const asked = stated.repetition === space ? -1 : stated.repetition;
  return {
    delimiters: { ...stated, repetition: repeats ? asked : -1 },
    charset: charsetOf(syntax.identifier),
    consumed: hasAdvice ? unaLength : 0,
    findings: findingsOf(stated),
  };
}

const advice = (bytes: Uint8Array): DelimiterBytes => ({
  component: bytes[3] ?? 0,
  element: bytes[4] ?? 0,
  release: bytes[6] === space ? -1 : (bytes[6] ?? -1),
  repetition: bytes[7] ?? space,
  terminator: bytes[8] ?? 0,
});

/** Without UNA the byte after the tag says the level: `+` is A, the information separator 3 is B. */
function defaultsFor(separator: number): DelimiterBytes | undefined {
  if (separator === 0x2b)
    return { component: 0x3a, element: 0x2b, release: 0x3f, repetition: asterisk, terminator: 0x27 };
  if (separator === 0x1d)
    return { component: 0x1f, element: 0x1d, release: -1, repetition: -1, terminator: 0x1c };
  return undefined;
}

function syntaxOf(bytes: Uint8Array, delimiters: DelimiterBytes, atEnd: boolean) {
  let from = 0;
  while (from < bytes.length && (bytes[from] ?? 0) <= space && from < longestSyntax) from++;
  const rest = bytes.subarray(from, from + longestSyntax);
  if (rest.length < 4 && !atEnd) return 'more';
  if (!isTag(rest, 0, 'UNB')) return { identifier: '', version: 0 };
  const ends = [delimiters.element, delimiters.terminator];
  const end = rest.findIndex((byte, i) => i > 3 && ends.includes(byte));
  if (end < 0 && rest.length < longestSyntax && !atEnd) return 'more';
  const text = Buffer.from(rest.subarray(4, end < 0 ? longestSyntax : end)).toString('latin1');
  const [identifier = '', version = ''] = text.split(String.fromCharCode(delimiters.component));
  return { identifier, version: Number(version) || 0 };
}

function findingsOf({ component, element, release, terminator }: DelimiterBytes): FaultDraft[] {
  const used = [component, element, terminator, ...(release < 0 ? [] : [release])];
  if (new Set(used).size === used.length) return [];
  return [
    {
      kind: 'delimiter-invalid',
      level: 'interchange',
      severity: 'error',
      position: 0,
      segment: 'UNA',
      message: 'two of the characters in the UNA are the same',
    },
  ];
}
