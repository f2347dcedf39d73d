import { describe, expect, test } from 'vitest';
import type { InterchangePreamble } from '#edi/codec/tokenizer.ts';
import { isaReader } from '#edi/x12/delimiters.ts';
import { bytes, x12Orders } from '../samples.ts';

const text = x12Orders(1);
const isa = text.slice(0, 106);
const read = (data: string, atEnd = false) => isaReader('utf-8').read(bytes(data, 'latin1'), atEnd);
const preamble = (data: string, atEnd = true): InterchangePreamble => {
  const found = read(data, atEnd);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const codes = (...characters: string[]) => characters.map((character) => character.charCodeAt(0));

describe('an ISA is read', () => {
  test('[S1] with its delimiters, its character set and its length', () => {
    const [element, component, terminator] = codes('*', '>', '~');
    expect(preamble(text)).toMatchObject({
      delimiters: { element, component, repetition: -1, release: -1, terminator },
      charset: 'utf-8',
      consumed: 106,
      findings: [],
    });
    expect(preamble(text).header?.elements).toHaveLength(16);
    expect(preamble(text).header?.text(16)).toBe('>');
    expect(preamble(text).header?.position).toBe(1);
  });

  test('[S1] as soon as all of it is there, and not before', () => {
    expect(read(isa)).toMatchObject({ consumed: 106 });
    for (const length of [0, 1, 2, 3, 4, 50, 105]) expect(read(isa.slice(0, length))).toBe('more');
    for (const length of [1, 2, 3, 4, 50, 102]) expect(read(isa.slice(0, length), true)).toBe('none');
  });

  test('[S1] only where one begins', () => {
    for (const other of [
      'X',
      'IX',
      'ISX',
      'ISB*',
      'SA*00',
      'ISAAC*00',
      'ISA0*00',
      'ISAz*00',
      'ISA9',
      'IXA*',
      'XSA*',
    ])
      expect(read(other + isa.slice(4))).toBe('none');
    for (const other of ['X', 'IX', 'ISX']) expect(read(other)).toBe('none');
    for (const separator of ['/', ':', '@', '[', '`', '{'])
      expect(read(isa.replaceAll('*', separator))).toMatchObject({
        delimiters: { element: separator.charCodeAt(0) },
      });
  });

  test('[S1] of another length by its separators, as long as it is no longer than three hundred characters', () => {
    const short = isa.replaceAll(/ +/g, '');
    expect(preamble(short)).toMatchObject({
      consumed: short.length,
      findings: [
        {
          kind: 'header-length',
          level: 'interchange',
          position: 1,
          segment: 'ISA',
          message: `the ISA has ${short.length} characters and not 106`,
        },
      ],
    });
    expect(preamble(short).header?.text(13)).toBe('000000042');
    const long = isa.replace('SENDER', `SENDER${' '.repeat(100)}`);
    expect(preamble(long)).toMatchObject({ consumed: 206 });
    expect(read(isa.replace('SENDER', `SENDER${' '.repeat(197)}`), true)).toBe('none');
    expect(preamble(isa.replace('SENDER', `SENDER${' '.repeat(196)}`)).consumed).toBe(302);
  });

  test('[S1] once its end can be seen', () => {
    const long = isa.replace('SENDER', 'SENDER  ');
    expect(read(long.slice(0, 106))).toBe('more');
    expect(read(long.slice(0, 107))).toBe('more');
    expect(read(long)).toMatchObject({ consumed: 108 });
    expect(read(long.slice(0, 107), true)).toBe('none');
    expect(read('ISA*00*'.padEnd(299, 'x'))).toBe('more');
    expect(read('ISA*00*'.padEnd(300, 'x'))).toBe('none');
  });
});

describe('ISA11', () => {
  const repetition = (isa11: string, version: string) =>
    preamble(isa.replace('*U*00401', `*${isa11}*${version}`)).delimiters.repetition;

  test('[S1] separates repetitions from version 00402 on, unless it is a letter, a digit or a space', () => {
    expect(repetition('^', '00402')).toBe(0x5e);
    expect(repetition('^', '00501')).toBe(0x5e);
    expect(repetition('^', '00401')).toBe(-1);
    expect(repetition('U', '00501')).toBe(-1);
    expect(repetition('u', '00501')).toBe(-1);
    expect(repetition('0', '00501')).toBe(-1);
    expect(repetition(' ', '00501')).toBe(-1);
    expect(preamble(isa.replace('*U*00401', '**00501 ')).delimiters.repetition).toBe(-1);
    expect(preamble(isa.replace('*U*00401', '*^^*0050')).delimiters.repetition).toBe(-1);
  });
});

describe('delimiters that cannot be', () => {
  const findings = (from: string, to: string) => preamble(isa.replace(from, to)).findings;

  test('[S1] two that are the same are an error', () => {
    const same = [
      {
        kind: 'delimiter-invalid',
        severity: 'error',
        message: 'two of the delimiters are the same character',
      },
    ];
    expect(findings('*P*>~', '*P*~~')).toMatchObject(same);
    expect(findings('*U*00401', '*>*00501')).toMatchObject(same);
    expect(findings('*U*00401', '*>*00401')).toEqual([]);
  });

  test('[S1] letters, digits, spaces and what is not ASCII are told of', () => {
    for (const end of ['x~', 'X~', '0~', '9~', ' ~', '>\x80', '>A'])
      expect(findings('>~', end), end).toEqual([
        {
          kind: 'delimiter-invalid',
          level: 'interchange',
          position: 1,
          segment: 'ISA',
          message: 'a delimiter is a letter, a digit, a space or not ASCII',
        },
      ]);
    for (const end of [':~', '>\n', '\x1f\x1c', '/@', '[`', '{\x7f'])
      expect(findings('>~', end), end).toEqual([]);
  });
});
