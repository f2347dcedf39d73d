import { describe, expect, test } from 'vitest';
import type { InterchangePreamble } from '#edi/codec/tokenizer.ts';
import { unaReader } from '#edi/edifact/delimiters.ts';
import { bytes } from '../samples.ts';

const unb = "UNB+UNOC:3+S+R'";
const una = `UNA:+.? '${unb}`;
const read = (data: string, atEnd = false) => unaReader.read(bytes(data, 'latin1'), atEnd);
const preamble = (data: string, atEnd = true): InterchangePreamble => {
  const found = read(data, atEnd);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const byteOf = (character: string) => character.charCodeAt(0);

const levelA = {
  component: byteOf(':'),
  element: byteOf('+'),
  release: byteOf('?'),
  repetition: -1,
  terminator: byteOf("'"),
};

describe('the beginning of an EDIFACT interchange', () => {
  test('[S1] UNA says the characters and is taken', () => {
    expect(preamble(una)).toMatchObject({
      delimiters: levelA,
      charset: 'iso-8859-1',
      consumed: 9,
      findings: [],
    });
    const other = `UNA|#,!*~${unb.replace('+UNOC:3', '#UNOY|4').replaceAll('+', '#').replace("'", '~')}`;
    expect(preamble(other)).toMatchObject({
      delimiters: {
        component: byteOf('|'),
        element: byteOf('#'),
        release: byteOf('!'),
        repetition: byteOf('*'),
        terminator: byteOf('~'),
      },
      charset: 'utf-8',
      consumed: 9,
    });
    expect(preamble(`UNA:+.  '${unb}`).delimiters.release).toBe(-1);
  });

  test('[S1] without UNA the level says the characters, and nothing is taken', () => {
    expect(preamble(unb)).toMatchObject({ delimiters: levelA, consumed: 0 });
    const levelB = unb.replaceAll('+', '\x1d').replaceAll(':', '\x1f').replaceAll("'", '\x1c');
    expect(preamble(levelB)).toMatchObject({
      delimiters: { component: 0x1f, element: 0x1d, release: -1, repetition: -1, terminator: 0x1c },
      consumed: 0,
    });
    expect(read(unb.replaceAll('+', '*'), true)).toBe('none');
  });

  test('[S1] repetition is from syntax version 4 on: what UNA has, or an asterisk', () => {
    const repetition = (version: string, advice = '') =>
      preamble(advice + unb.replace(':3', `:${version}`)).delimiters.repetition;
    expect(repetition('4')).toBe(byteOf('*'));
    expect(repetition('5')).toBe(byteOf('*'));
    expect(repetition('3')).toBe(-1);
    expect(repetition('x')).toBe(-1);
    expect(repetition('4', "UNA:+.?^'")).toBe(byteOf('^'));
    expect(repetition('4', "UNA:+.? '")).toBe(-1);
    expect(repetition('3', "UNA:+.?^'")).toBe(-1);
  });

  test('[S1] line breaks between UNA and UNB are passed over', () => {
    const broken = `UNA:+.?*'\r\n${unb.replace('UNOC:3', 'UNOW:4')}`;
    expect(preamble(broken)).toMatchObject({
      charset: 'utf-8',
      consumed: 9,
      delimiters: { repetition: 0x2a },
    });
  });

  test('[S1] a group or message without UNB is read with the defaults', () => {
    for (const tag of ['UNH', 'UNG']) {
      expect(preamble(`${tag}+1+ORDERS:D:96A:UN'`)).toMatchObject({
        delimiters: levelA,
        charset: 'iso-8859-1',
      });
    }
    for (const tag of ['UNC', 'UNT', 'UNZ', 'XNB', 'UXB'])
      expect(read(`${tag}+1+ORDERS:D:96A:UN'`, true)).toBe('none');
  });

  test('[S1] more is asked for until the syntax can be seen, and not when nothing more comes', () => {
    for (const length of [1, 2, 3, 5, 8, 9, 12, 18, 19])
      expect(read(una.slice(0, length)), String(length)).toBe('more');
    expect(read(una.slice(0, 20))).toMatchObject({ consumed: 9 });
    expect(read('U', true)).toBe('none');
    expect(read('UN', true)).toBe('none');
    expect(read('UNA:+', true)).toBe('none');
    expect(read('UX')).toBe('none');
    expect(read('X')).toBe('none');
    expect(read('UNB+', true)).toMatchObject({ charset: 'iso-8859-1', delimiters: levelA });
    expect(read(`UNB+${'x'.repeat(59)}`)).toBe('more');
    expect(read(`UNB+${'x'.repeat(60)}`)).toMatchObject({ charset: 'iso-8859-1' });
    expect(read("UNA:+.? '")).toBe('more');
    expect(read("UNA:+.? '", true)).toMatchObject({ consumed: 9 });
  });

  test('[S1] characters that are the same are an error, of whichever kind', () => {
    const same = [
      {
        kind: 'delimiter-invalid',
        level: 'interchange',
        severity: 'error',
        position: 0,
        segment: 'UNA',
        message: 'two of the characters in the UNA are the same',
      },
    ];
    for (const advice of ["UNA++.? '", "UNA:+.+ '", 'UNA:+.? +', "UNA:+.: '"])
      expect(preamble(advice + unb).findings, advice).toEqual(same);
    expect(preamble(`UNA:+.  '${unb}`).findings).toEqual([]);
  });
});
