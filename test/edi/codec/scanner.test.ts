import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { EdiLimits } from '#edi/codec/limits.ts';
import type { Element } from '#edi/codec/segment.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { oneByOne } from '../arbitraries.ts';
import { bytes, edifactOrders, x12Orders } from '../samples.ts';

type Reader = (chunks: Iterable<Uint8Array>, limits?: Partial<EdiLimits>) => ReadResult;
const x12: Reader = (chunks, limits = {}) => parseX12(chunks, { limits });
const edifact: Reader = (chunks, limits = {}) => parseEdifact(chunks, { limits });

/** The body of the first transaction, tag and elements, as it was read in one piece; the same however it is cut. */
function bodyOf(
  read: Reader,
  data: Uint8Array,
  limits?: Partial<EdiLimits>,
): (readonly [string, ...Element[]])[] {
  const whole = read([data], limits);
  expect(read(oneByOne(data), limits)).toEqual(whole);
  for (let at = 0; at <= data.length; at++)
    expect(read([data.subarray(0, at), data.subarray(at)], limits)).toEqual(whole);
  const segments = whole.interchanges[0]?.groups[0]?.transactions[0]?.segments ?? [];
  return segments.slice(1, -1).map(({ id, elements }) => [id, ...elements] as const);
}

const kindsOf = (result: ReadResult): string[] => faultsOf(result).map(({ kind }) => kind);

/** An X12 interchange with one transaction of these bytes; its count is not looked at. */
const x12Of = (
  body: string,
  { version = '00401', encoding = 'latin1' as 'latin1' | 'utf8' } = {},
): Uint8Array => bytes(x12Orders(1, { version }).replace(/BEG[\s\S]*(?=SE\*)/, body), encoding);
const edifactOf = (body: string, syntax: string, encoding: 'latin1' | 'utf8'): Uint8Array =>
  bytes(edifactOrders(1, { syntax, una: "UNA:+.?*'" }).replace(/BGM[\s\S]*(?=UNT\+)/, body), encoding);

describe('segments are found in bytes', () => {
  test('[S1] X12: elements, composites and repetitions, empty ones and all', () => {
    const body = 'AB*1**3~CD~E*x~FGH*a>b>*^c^d>e^~\nIJ*\tk k\t~ \t\r\nLM*>~NO*^~LONGER*1~*2~';
    expect(bodyOf(x12, x12Of(body, { version: '00501' }))).toEqual([
      ['AB', '1', '', '3'],
      ['CD'],
      ['E', 'x'],
      ['FGH', ['a', 'b', ''], { repeats: ['', 'c', ['d', 'e'], ''] }],
      ['IJ', '\tk k\t'],
      ['LM', ['', '']],
      ['NO', { repeats: ['', ''] }],
      ['LONGER', '1'],
      ['', '2'],
    ]);
  });

  test('[S1] EDIFACT: a release takes the meaning of any character, also of one of several bytes', () => {
    const body = "AB+?+?:?*?'??+x??'CD+?ü?€?Ω+a?+ü:?:é*?*ß'EF+é?'EF+?''";
    expect(bodyOf(edifact, edifactOf(body, 'UNOW:4', 'utf8'))).toEqual([
      ['AB', "+:*'?", 'x?'],
      ['CD', 'ü€Ω', { repeats: [['a+ü', ':é'], '*ß'] }],
      ['EF', "é'EF", "'"],
    ]);
    expect(bodyOf(edifact, edifactOf("AB+?+ü?ü'CD+?é'", 'UNOC:3', 'latin1'))).toEqual([
      ['AB', '+üü'],
      ['CD', 'é'],
    ]);
    expect(bodyOf(edifact, edifactOf("AB+\xb6?+'CD+?\xb6'", 'UNOE:3', 'latin1'))).toEqual([
      ['AB', 'Ж+'],
      ['CD', 'Ж'],
    ]);
  });

  test('[S1] what is between segments is nobody’s, unless it separates', () => {
    const lines = x12Orders(1).replaceAll('~\n', '\n').replaceAll('~', '\n');
    expect(bodyOf(x12, bytes(lines)).map(([tag]) => tag)).toEqual(['BEG', 'PO1', 'CTT']);
    const spaces = bytes(x12Orders(1).replaceAll('~\n', '~ \t \r\n  '));
    expect(bodyOf(x12, spaces).map(([tag]) => tag)).toEqual(['BEG', 'PO1', 'CTT']);
    const tabs = bytes(x12Orders(1).replaceAll('*', '\t'));
    expect(bodyOf(x12, tabs)[0]).toEqual(['BEG', '00', 'SA', 'PO-0001', '', '20261121']);
    const nothing = bytes(`${x12Orders(1)} \t\r\n`);
    expect(faultsOf(x12([nothing]))).toEqual([]);
  });

  test('[S1] counted bytes are passed over whole, and only where they are counted', () => {
    const body = 'BIN*6*~*>\xff~~~BDS*ASC*3*~~~~BIN*0*~BIM*3*a~BDS*3*a~BIN**a~BINS*2*b~BAD*ASC*1*c~BI*1*d~';
    const binary = bodyOf(x12, x12Of(body));
    expect(binary).toEqual([
      ['BIN', '6', '~*>\xff~~'],
      ['BDS', 'ASC', '3', '~~~'],
      ['BIN', '0', ''],
      ['BIM', '3', 'a'],
      ['BDS', '3', 'a'],
      ['BIN', '', 'a'],
      ['BINS', '2', 'b'],
      ['BAD', 'ASC', '1', 'c'],
      ['BI', '1', 'd'],
    ]);
    const kinds = kindsOf(x12([x12Of(body)]));
    expect(kinds.filter((kind) => kind === 'binary-length')).toHaveLength(1);
  });

  test('[S1] a count that is no count, or beyond what is held, counts nothing', () => {
    for (const count of ['x', '1x', '-1', '0000000000000001', '999999999'])
      expect(kindsOf(x12([x12Of(`BIN*${count}*a~`)])), count).toContain('binary-length');
    expect(kindsOf(x12([x12Of('BIN*000000000000001*~~')]))).toEqual(['count-mismatch']);
    expect(bodyOf(x12, x12Of(`BIN*100*${'~'.repeat(100)}~`), { segmentBytes: 120 })).toHaveLength(1);
    expect(kindsOf(x12([x12Of(`BIN*121*${'a'.repeat(121)}~`)], { segmentBytes: 120 }))).toContain(
      'limit-exceeded',
    );
  });

  test('[S1] data that ends inside counted bytes says so', () => {
    const whole = x12Of('BIN*9*abc');
    const cut = whole.subarray(0, Buffer.from(whole).indexOf('abc') + 3);
    for (const chunks of [[cut], oneByOne(cut)]) expect(kindsOf(x12(chunks))).toContain('truncated');
  });
});

describe('limits', () => {
  const line = (length: number) => `AB*${'x'.repeat(length - 3)}~`;

  test('[S3] a segment may have as many bytes as allowed, and not one more', () => {
    const limits = { segmentBytes: 130 };
    expect(bodyOf(x12, x12Of(line(130)), limits)).toHaveLength(1);
    expect(bodyOf(x12, x12Of(line(131)), limits)).toHaveLength(0);
    expect(kindsOf(x12([x12Of(line(131))], limits))).toContain('limit-exceeded');
    expect(bodyOf(x12, x12Of(`${line(131)}CD*1~`), limits)).toEqual([['CD', '1']]);
  });

  test('[S3] and as many separators', () => {
    const limits = { delimitersPerSegment: 20 };
    expect(bodyOf(x12, x12Of(`AB${'*1'.repeat(20)}~`), limits)).toHaveLength(1);
    expect(bodyOf(x12, x12Of(`AB${'*1'.repeat(21)}~CD*1~`), limits)).toEqual([['CD', '1']]);
    expect(kindsOf(x12([x12Of(`AB${'*1'.repeat(21)}~`)], limits))).toContain('limit-exceeded');
  });

  test('[S3] a segment of a megabyte in pieces is one, and what follows it is read', () => {
    const data = x12Of(`${line(300_000)}CD*1~`);
    const pieces = Array.from({ length: 40 }, (_, i) => data.subarray(i * 8_000, (i + 1) * 8_000));
    expect(x12(pieces)).toEqual(x12([data]));
    expect(x12(pieces, { segmentBytes: 100_000 })).toEqual(x12([data], { segmentBytes: 100_000 }));
    expect(x12([data]).interchanges[0]?.groups[0]?.transactions[0]?.segments).toHaveLength(4);
  });
});
