import { describe, expect, it } from 'vitest';
import { matchLines, type StatedLine } from '#business/purchasing/rules/match-lines.ts';

/** Line 1 for A, 2 for B, 3 and 4 for C, 12 for D. */
const ordered = [
  { lineNumber: 1, itemId: 'A' },
  { lineNumber: 2, itemId: 'B' },
  { lineNumber: 3, itemId: 'C' },
  { lineNumber: 4, itemId: 'C' },
  { lineNumber: 12, itemId: 'D' },
];

interface Named extends StatedLine {
  readonly name: string;
}

/** A stated line by its own number, the item it leads to, and the line of our order it names. */
const stated = (name: string, lineNumber?: string, item?: string, line?: string): Named => ({
  name,
  lineNumber,
  ...(line !== undefined && { order: { line } }),
  item: item === undefined ? [] : [{ scheme: 'buyer-item', value: item }],
});

function matched(...all: readonly Named[]) {
  const found = matchLines(ordered, all, (identifiers) => identifiers[0]?.value);
  const names = [...found.matched].map(([number, lines]) => [
    number,
    lines.map(({ name }) => name).join('+'),
  ]);
  return { ...Object.fromEntries(names), strangers: found.strangers.map(({ name }) => name) };
}

describe('which line of the order a stated line is about', () => {
  it.each<readonly [string, Named, object]>([
    ['its own number', stated('x', '2'), { 2: 'x', strangers: [] }],
    ['its own number with zeros before it', stated('x', '000012'), { 12: 'x', strangers: [] }],
    ['the line it names, before its own number', stated('x', '1', undefined, '2'), { 2: 'x', strangers: [] }],
    [
      'its own number, where the line it names is none',
      stated('x', '1', undefined, '9'),
      { 1: 'x', strangers: [] },
    ],
    ['its number and its item', stated('x', '2', 'B'), { 2: 'x', strangers: [] }],
    ['its number, and an item that nobody ordered', stated('x', '2', 'Z'), { 2: 'x', strangers: [] }],
    ['its item, where its number is that of another', stated('x', '1', 'B'), { 2: 'x', strangers: [] }],
    ['its item, where its number is none', stated('x', '9', 'B'), { 2: 'x', strangers: [] }],
    ['its item alone', stated('x', undefined, 'D'), { 12: 'x', strangers: [] }],
    ['the number of the second line of its item', stated('x', '4', 'C'), { 4: 'x', strangers: [] }],
    ['the first line of its item', stated('x', undefined, 'C'), { 3: 'x', strangers: [] }],
    ['none: no number, no item', stated('x'), { strangers: ['x'] }],
    ['none: a number of no line', stated('x', '9'), { strangers: ['x'] }],
    ['none: an item that nobody ordered', stated('x', '9', 'Z'), { strangers: ['x'] }],
    ['none: a text that is no line number', stated('x', '1.0'), { strangers: ['x'] }],
    ['none: a text that ends as a line number', stated('x', '+1'), { strangers: ['x'] }],
  ])('[S11] %s', (_, line, expected) => {
    expect(matched(line)).toEqual(expected);
  });

  it('[S11] several pieces of a line are all about it', () => {
    expect(matched(stated('x', '1'), stated('y', undefined, 'A'), stated('z', '1', 'A'))).toEqual({
      1: 'x+z+y',
      strangers: [],
    });
  });

  it('[S11] of two lines of an item each gets one, a numbered one its own, in whatever order they come', () => {
    const numbered = stated('numbered', '3', 'C');
    const free = stated('free', undefined, 'C');
    const expected = { 3: 'numbered', 4: 'free', strangers: [] };
    expect(matched(numbered, free)).toEqual(expected);
    expect(matched(free, numbered)).toEqual(expected);
    const [one, two, three] = ['one', 'two', 'zzz'].map((name) => stated(name, undefined, 'C'));
    if (!one || !two || !three) throw new Error('three lines');
    const all = { 3: 'one+zzz', 4: 'two', strangers: [] };
    expect(matched(one, two, three)).toEqual(all);
    expect(matched(three, two, one)).toEqual(all);
    expect(matched(two, three, one)).toEqual(all);
  });
});
