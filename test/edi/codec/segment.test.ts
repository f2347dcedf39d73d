import { describe, expect, test } from 'vitest';
import { segmentsOf } from '#edi/codec/interchange.ts';
import { loopsIn, segmentIn, segmentsIn } from '#edi/codec/loop-instance.ts';
import { componentsOf, occurrencesOf, Segment } from '#edi/codec/segment.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { bytes, edifactOrders, x12Orders } from '../samples.ts';

const segment = new Segment('REF', ['a', '', ['b', '', 'c'], { repeats: ['d', ['e', 'f'], ''] }], 7);

describe('a segment', () => {
  test('[S1] answers values by element and component, and nothing where there is none', () => {
    expect([1, 2, 3, 4, 5, 0].map((at) => segment.text(at))).toEqual(['a', '', 'b', 'd', '', '']);
    expect([1, 2, 3, 4].map((at) => segment.text(3, at))).toEqual(['b', '', 'c', '']);
    expect(segment.text(1, 2)).toBe('');
    expect(segment.text(4, 2)).toBe('');
    expect(new Segment('X', [{ repeats: [['g', 'h'], 'i'] }]).text(1, 2)).toBe('h');
    expect([segment.id, segment.position, new Segment('X', []).position]).toEqual(['REF', 7, 0]);
  });

  test('[S1] answers the components of the first occurrence, and every occurrence', () => {
    expect(segment.components(1)).toEqual(['a']);
    expect(segment.components(2)).toEqual([]);
    expect(segment.components(3)).toEqual(['b', '', 'c']);
    expect(segment.components(4)).toEqual(['d']);
    expect(segment.components(9)).toEqual([]);
    expect(segment.occurrences(4)).toEqual(['d', ['e', 'f'], '']);
    expect(segment.occurrences(3)).toEqual([['b', '', 'c']]);
    expect(segment.occurrences(2)).toEqual([]);
    expect(segment.occurrences(9)).toEqual([]);
    expect(occurrencesOf(undefined)).toEqual([]);
    expect(componentsOf(undefined)).toEqual([]);
    expect(componentsOf('')).toEqual([]);
    expect(componentsOf('a')).toEqual(['a']);
  });
});

test('[S1] what is in a loop is found by its tag, and loops by their name', () => {
  const [one, two, three] = [new Segment('A', ['1']), new Segment('B', ['2']), new Segment('B', ['3'])];
  const inner = { name: 'L', segments: [], loops: [] };
  const loop = { name: '', segments: [one, two, three], loops: [inner, { ...inner, name: 'M' }, inner] };
  expect(segmentIn(loop, 'B')).toBe(two);
  expect(segmentIn(loop, 'C')).toBeUndefined();
  expect(segmentsIn(loop, 'B')).toEqual([two, three]);
  expect(loopsIn(loop, 'L')).toEqual([inner, inner]);
});

test('[S1] the segments of an interchange are those that were in it, in order', () => {
  const services = 'TA1*000000041*261120*0400*A*000~\nGS*';
  const [x12] = parseX12([bytes(x12Orders(2).replace('GS*', services))]).interchanges;
  const tags = [
    'ISA',
    'TA1',
    'GS',
    'ST',
    'BEG',
    'PO1',
    'CTT',
    'SE',
    'ST',
    'BEG',
    'PO1',
    'CTT',
    'SE',
    'GE',
    'IEA',
  ];
  expect(x12 && segmentsOf(x12).map(({ id }) => id)).toEqual(tags);
  const [edifact] = parseEdifact([bytes(edifactOrders(1))]).interchanges;
  expect(edifact && segmentsOf(edifact).map(({ id }) => id)).toEqual([
    'UNB',
    'UNH',
    'BGM',
    'DTM',
    'NAD',
    'LIN',
    'QTY',
    'UNS',
    'UNT',
    'UNZ',
  ]);
  const [cut] = parseEdifact([
    bytes(
      edifactOrders(1)
        .replace(/UNB.*\n/, '')
        .replace(/UNZ.*/, ''),
    ),
  ]).interchanges;
  expect(cut && segmentsOf(cut).map(({ id }) => id)).toEqual([
    'UNH',
    'BGM',
    'DTM',
    'NAD',
    'LIN',
    'QTY',
    'UNS',
    'UNT',
  ]);
});
