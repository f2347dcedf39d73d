import { describe, expect, it } from 'vitest';
import { codeLines, kindOf } from '#console/parts/code-lines.ts';

const isa = (terminator: string): string =>
  `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261121*1030*U*00401*000000001*0*P*>${terminator}`;

describe('[O1] a document is read line by line', () => {
  it('X12 has a segment a line, by the terminator that ISA names', () => {
    expect(codeLines(`${isa('|')}GS*PO|ST*850*0001|`, 'edi')).toEqual([isa('|'), 'GS*PO|', 'ST*850*0001|']);
  });

  it('EDIFACT has a segment a line, and a released apostrophe ends none', () => {
    expect(codeLines("UNB+UNOA:3'FTX+AAI+++it?'s ??'UNT+2'", 'edi')).toEqual([
      "UNB+UNOA:3'",
      "FTX+AAI+++it?'s ??'",
      "UNT+2'",
    ]);
  });

  it('EDIFACT with a service string advice ends segments as that says', () => {
    expect(codeLines('UNA:+.! ~UNB+UNOA:3~FTX+a!~b~', 'edi')).toEqual([
      'UNA:+.! ~',
      'UNB+UNOA:3~',
      'FTX+a!~b~',
    ]);
  });

  it('line breaks between segments make no empty lines', () => {
    expect(codeLines(`${isa('~')}\r\nGS*PO~\r\n`, 'edi')).toEqual([isa('~'), 'GS*PO~']);
  });

  it('what is cut off is shown as far as it goes', () => {
    expect(codeLines(`${isa('~')}GS*P`, 'edi')).toEqual([isa('~'), 'GS*P']);
  });

  it('JSON is indented, and text that is none stays as it is', () => {
    expect(codeLines('{"a":[1]}', 'json')).toEqual(['{', '  "a": [', '    1', '  ]', '}']);
    expect(codeLines('{"a":', 'json')).toEqual(['{"a":']);
  });

  it.each([
    [' ISA*00', 'edi'],
    ['UNA:+.? ', 'edi'],
    ['{"a":1}', 'json'],
    ['[1]', 'json'],
    ['item;location', 'text'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});
