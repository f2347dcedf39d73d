import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { acknowledgeEdifact } from '#edi/edifact/acknowledge.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { acknowledgeGroup, acknowledgeInterchange } from '#edi/x12/acknowledge.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { bytes } from './samples.ts';

export const limits = {
  segmentBytes: 2_000,
  segmentsPerTransaction: 40,
  faultsPerLevel: 20,
  delimitersPerSegment: 64,
};

export const readX12 = (chunks: Uint8Array[]): ReadResult =>
  parseX12(chunks, { lenient: true, schemas: findX12Schema, limits });
export const readEdifact = (chunks: Uint8Array[]): ReadResult =>
  parseEdifact(chunks, { lenient: true, schemas: findEdifactSchema, limits });

/** One damage: bytes put in place of others. */
export const damage = fc.record({
  at: fc.nat({ max: 2_000 }),
  removed: fc.nat({ max: 40 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '~',
        '*',
        '>',
        "'",
        '+',
        ':',
        '?',
        '\n',
        'ISA*',
        'IEA*1*000000042~',
        'SE*',
        "UNB+UNOC:3'",
        "UNA:+.? '",
        'BIN*99999*',
        'BIN*5*abc',
      )
      .map((text) => bytes(text)),
  ),
});

/** The bytes with all damages done, one after the other. */
export function damaged(
  original: Uint8Array,
  damages: readonly { at: number; removed: number; put: Uint8Array }[],
): Uint8Array {
  return damages.reduce((data, { at, removed, put }) => {
    const place = at % (data.length + 1);
    return new Uint8Array(Buffer.concat([data.subarray(0, place), put, data.subarray(place + removed)]));
  }, original);
}

/** Acknowledge everything that was read: nothing that can be read may be unanswerable. */
export function answerAll({ interchanges }: ReadResult): void {
  for (const interchange of interchanges) {
    if (interchange.syntax === 'edifact') acknowledgeEdifact(interchange);
    else acknowledgeInterchange(interchange);
    for (const group of interchange.groups)
      acknowledgeGroup(group, interchange, { kind: '999', reserved: '*~>' });
  }
}

const folder = join(import.meta.dirname, '../fixtures/edi');

/** Interchanges of every type we know, as segments without their terminators. */
export const documents = (ending: '.x12' | '.edi'): readonly (readonly string[])[] =>
  ['', 'maps']
    .flatMap((inner) => readdirSync(join(folder, inner)).map((name) => join(folder, inner, name)))
    .filter((path) => path.endsWith(ending))
    .map((path) => readFileSync(path, 'latin1').split(ending === '.x12' ? /~\s*/ : /'\s*/))
    .map((segments) => segments.filter((segment) => segment !== ''));

/** One change of structure: a segment dropped, doubled, moved, cut, put in, or with other elements. */
export const restructuring = fc.record({
  kind: fc.constantFrom('drop', 'double', 'move', 'cut', 'put', 'element'),
  at: fc.nat({ max: 400 }),
  to: fc.nat({ max: 400 }),
  text: fc.constantFrom('', '0', '-1', '999999999', 'ZZ', 'A>B^C', 'A:B:C', '20261332', 'x'.repeat(90)),
});
type Restructuring = typeof restructuring extends fc.Arbitrary<infer T> ? T : never;

/** The segments with all changes made, one after the other; `from` is where a segment put in is taken from. */
export function restructured(
  segments: readonly string[],
  changes: readonly Restructuring[],
  from: readonly string[],
  separator: string,
): readonly string[] {
  const all = [...segments];
  for (const { kind, at, to, text } of changes) {
    const place = at % (all.length + 1);
    const segment = all[place] ?? '';
    if (kind === 'drop') all.splice(place, 1);
    else if (kind === 'double') all.splice(place, 0, segment);
    else if (kind === 'move') all.splice(to % (all.length + 1), 0, ...all.splice(place, 1));
    else if (kind === 'cut') all.splice(place, 1, segment.slice(0, to % (segment.length + 1)));
    else if (kind === 'put') all.splice(place, 0, from[to % from.length] ?? '');
    else all.splice(place, 1, withElement(segment.split(separator), to, text).join(separator));
  }
  return all;
}

const withElement = (elements: string[], at: number, text: string): string[] =>
  elements.with(at % elements.length, text);
