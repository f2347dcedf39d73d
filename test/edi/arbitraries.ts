import * as fc from 'fast-check';
import type { Element, Occurrence } from '#edi/codec/segment.ts';
import { Segment } from '#edi/codec/segment.ts';
import type { EdifactDelimiters } from '#edi/edifact/delimiters.ts';
import type { X12Delimiters } from '#edi/x12/delimiters.ts';

/** Characters partners really use as delimiters, information separators included. */
const delimiterCharacters = [...'*+:>^~|\\\'!"#%&;<=@{}', '\x1c', '\x1d', '\x1e', '\x1f', '\n'];

export const x12Delimiters: fc.Arbitrary<X12Delimiters> = fc
  .uniqueArray(fc.constantFrom(...delimiterCharacters), { minLength: 4, maxLength: 4 })
  .filter(([element]) => element !== '\n')
  .map(([element = '', component = '', repetition = '', terminator = '']) => ({
    element,
    component,
    repetition: repetition === '\n' ? '^' : repetition,
    terminator,
  }))
  .filter(({ component }) => component !== '\n')
  .filter((all) => new Set(Object.values(all)).size === 4);

export const edifactDelimiters: fc.Arbitrary<EdifactDelimiters> = fc
  .uniqueArray(fc.constantFrom(...delimiterCharacters.filter((character) => character !== '\n')), {
    minLength: 5,
    maxLength: 5,
  })
  .map(([component = '', element = '', release = '', repetition = '', terminator = '']) => ({
    component,
    element,
    decimal: '.',
    release,
    repetition,
    terminator,
  }));

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const word = (characters: readonly string[]) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 12 });

/** Any printable ASCII, some of ISO 8859-1, and (when asked) what needs UTF-8. */
const characters = (beyond: readonly string[]): string[] => [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...'äöüßÅé°',
  ...beyond,
];

export const utf8Characters = characters([...'€漢字🚚Ωж']);
export const latin1Characters = characters([]);

/** Values without the characters given. */
export const values = (allowed: readonly string[], without: readonly string[] = []): fc.Arbitrary<string> =>
  word(allowed.filter((character) => !without.includes(character)));

/** Tags no envelope uses. */
const tags: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...letters), fc.constantFrom(...letters), fc.constantFrom('', '1', '9', 'Q', 'X'))
  .map((parts) => parts.join(''))
  .filter(
    (tag) => !['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'BIN', 'BDS'].includes(tag) && !tag.startsWith('UN'),
  );

/** Segments in the one form that reading gives: nothing empty at the end, composites of two or more. */
export function segments(value: fc.Arbitrary<string>, repetition: boolean): fc.Arbitrary<Segment> {
  const empty = fc.constant('');
  const composite = fc
    .tuple(fc.array(fc.oneof(value, empty), { minLength: 1, maxLength: 4 }), value)
    .map(([before, last]): Occurrence => [...before, last]);
  const occurrence: fc.Arbitrary<Occurrence> = fc.oneof({ arbitrary: value, weight: 4 }, composite);
  const repeated = fc
    .tuple(fc.array(fc.oneof(occurrence, empty), { minLength: 1, maxLength: 3 }), occurrence)
    .map(([before, last]): Element => ({ repeats: [...before, last] }));
  const element: fc.Arbitrary<Element> = repetition ? fc.oneof(occurrence, occurrence, repeated) : occurrence;
  return fc
    .tuple(tags, fc.array(fc.oneof(element, empty), { maxLength: 8 }), element)
    .map(([tag, before, last]) => new Segment(tag, [...before, last]));
}

/** The same bytes cut at any places. */
export const cuts = fc.array(fc.nat({ max: 5_000 }), { maxLength: 40 });

export function split(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (const place of [...places, bytes.length]) {
    chunks.push(bytes.subarray(from, place));
    from = place;
  }
  return chunks;
}

/** One byte at a time, the worst case of all. */
export const oneByOne = (bytes: Uint8Array): Uint8Array[] => Array.from(bytes, (byte) => Uint8Array.of(byte));
