import { describe, expect, test } from 'vitest';
import type { Dictionary } from '#edi/codec/compile-schema.ts';
import { SchemaCompiler } from '#edi/codec/compile-schema.ts';

const dictionary: Dictionary = {
  elements: {
    '1': 'AN 1/9',
    '2': 'ID 2/2 AA BB',
    '3': 'N2 1/8',
    '4': 'R 6',
    '5': 'DT 6/8',
    '6': 'TM 4/8',
    '7': 'B 1/99',
    '8': 'n ..3',
    '9': 'a 3',
    '10': 'an 0/3',
    '11': 'XX 1/2',
    '12': 'N0 1/2',
  },
  composites: { C1: 'M1 O2', C2: 'M99' },
  segments: {
    AA: 'M1 O2*3 OC1 O4 | P0203 C010203',
    BB: '...',
    CC: 'M3 ...',
    DD: 'M5 M6 O7 O9 O10 O12',
    EE: 'O1 O1 O1 O1 | R0102 E0103 L020304',
    X1: 'M11',
    X2: 'M99',
    X3: 'MC2',
    X4: 'M1 | Q0102',
  },
};

const compiler = new SchemaCompiler(dictionary);
const transaction = (structure: string) =>
  new SchemaCompiler(dictionary).transaction({ type: 'T', name: 'A test', structure }, 'V');

describe('a dictionary is compiled', () => {
  test('[S1] elements: type, lengths and codes', () => {
    const elements = [...compiler.segment('AA').elements, ...compiler.segment('DD').elements];
    expect(elements.map(({ element }) => element)).toEqual([
      { reference: '1', value: { type: 'text' }, minimum: 1, maximum: 9 },
      { reference: '2', value: { type: 'text' }, minimum: 2, maximum: 2, codes: new Set(['AA', 'BB']) },
      { reference: 'C1', components: expect.any(Array) },
      { reference: '4', value: { type: 'decimal' }, minimum: 6, maximum: 6 },
      { reference: '5', value: { type: 'date' }, minimum: 6, maximum: 8 },
      { reference: '6', value: { type: 'time' }, minimum: 4, maximum: 8 },
      { reference: '7', value: { type: 'binary' }, minimum: 1, maximum: 99 },
      { reference: '9', value: { type: 'letters' }, minimum: 3, maximum: 3 },
      { reference: '10', value: { type: 'text' }, minimum: 0, maximum: 3 },
      { reference: '12', value: { type: 'integer', impliedDecimals: 0 }, minimum: 1, maximum: 2 },
    ]);
    expect(compiler.segment('CC').elements[0]?.element).toMatchObject({
      value: { type: 'integer', impliedDecimals: 2 },
    });
  });

  test('[S1] segments: usage, repetition, notes, and whether more may follow', () => {
    const aa = compiler.segment('AA');
    expect(aa.elements.map(({ mandatory, repeat }) => [mandatory, repeat])).toEqual([
      [true, 1],
      [false, 3],
      [false, 1],
      [false, 1],
    ]);
    expect(aa.conditions).toEqual([
      { kind: 'P', elements: [2, 3], mask: 0b110, first: 0b10 },
      { kind: 'C', elements: [1, 2, 3], mask: 0b111, first: 0b1 },
    ]);
    expect(compiler.segment('EE').conditions.map(({ kind }) => kind)).toEqual(['R', 'E', 'L']);
    expect([aa.open, compiler.segment('BB').open, compiler.segment('CC').open]).toEqual([false, true, true]);
    expect(compiler.segment('BB').elements).toEqual([]);
    expect(compiler.segment('AA')).toBe(aa);
  });

  test('[S1] a structure: segments and loops with usage and repetition, groups numbered in order', () => {
    const { content, tags } = transaction('AA! BB:3 {SG:2 CC! {SG DD:*}} {LOOP!:* EE!}');
    expect(content).toMatchObject([
      { kind: 'segment', id: 'AA', mandatory: true, maximum: 1 },
      { kind: 'segment', id: 'BB', mandatory: false, maximum: 3 },
      {
        kind: 'loop',
        name: 'SG1',
        mandatory: false,
        maximum: 2,
        first: 'CC',
        content: [
          { id: 'CC', mandatory: true },
          {
            kind: 'loop',
            name: 'SG2',
            first: 'DD',
            content: [{ id: 'DD', maximum: Number.POSITIVE_INFINITY }],
          },
        ],
      },
      { kind: 'loop', name: 'LOOP', mandatory: true, maximum: Number.POSITIVE_INFINITY, first: 'EE' },
    ]);
    expect([...tags]).toEqual(['AA', 'BB', 'CC', 'DD', 'EE']);
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['a loop that is closed and was not opened', 'AA! } BB', 'T V: a loop is closed that was not opened'],
    ['a segment nobody described', 'ZZ!', 'segment ZZ is not in the dictionary'],
    ['a word that is neither segment nor loop', 'AA? BB', 'AA? is neither a segment nor a loop'],
    ['a loop that begins with a loop', '{A {B AA}}', 'loop A does not begin with a segment'],
    ['an element nobody described', 'X2', 'element 99 is not in the dictionary'],
    ['a component nobody described', 'X3', 'element 99 is not in the dictionary'],
    ['a type that is none', 'X1', 'XX is no type of data element'],
    ['a syntax note that is none', 'X4', 'Q0102 is no syntax note'],
  ];
  test.each(wrong)('[S1] %s is refused', (_, structure, message) => {
    expect(() => transaction(structure)).toThrow(message);
  });
});
