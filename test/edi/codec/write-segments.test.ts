import { describe, expect, test } from 'vitest';
import type { Element } from '#edi/codec/segment.ts';
import { Segment } from '#edi/codec/segment.ts';
import type { WriteOptions } from '#edi/codec/write-segments.ts';
import { levelA } from '#edi/edifact/delimiters.ts';
import { serialiseEdifact, serialiseEdifactSegments } from '#edi/edifact/serialise.ts';
import { serialiseX12, serialiseX12Segments, usualX12Delimiters } from '#edi/x12/serialise.ts';

const x12 = (segments: readonly Segment[], options?: WriteOptions) =>
  serialiseX12Segments(segments, usualX12Delimiters, options);
const edifact = (segments: readonly Segment[]) => serialiseEdifactSegments(segments, levelA);

const textOf = (written: ReturnType<typeof x12>): string => {
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return Buffer.from(written.bytes).toString('latin1');
};
const toldOf = (written: ReturnType<typeof x12>): string[] =>
  (written.ok ? [] : written.faults).map(
    ({ kind, severity, level, segment, position, element, standard, value, message }) =>
      [
        `${severity} ${level} ${segment}@${position}/${element ?? '-'} ${kind} ${standard.code}`,
        message,
        ...(value === undefined ? [] : [value]),
      ].join(': '),
  );

describe('segments are written', () => {
  const good: readonly (readonly [string, readonly Element[], string])[] = [
    ['nothing empty at the end', ['a', '', ''], 'REF*a~'],
    ['no elements at all', [], 'REF~'],
    ['only empty elements', ['', ''], 'REF~'],
    ['empty elements in between', ['', '', 'c'], 'REF***c~'],
    ['components, without empty ones at the end', [['a', '', 'c', '']], 'REF*a>>c~'],
    ['repetitions, without empty ones at the end', [{ repeats: ['a', '', ['b', 'c'], ''] }], 'REF*a^^b>c~'],
    ['an empty composite', [['', ''], 'b'], 'REF**b~'],
  ];
  test.each(good)('[S1] %s', (_, elements, text) => {
    expect(textOf(x12([new Segment('REF', elements)]))).toBe(text);
  });

  test('[S1] with a line break after each where asked', () => {
    const two = [new Segment('AB', ['1']), new Segment('CD', ['2'])];
    expect(textOf(x12(two))).toBe('AB*1~CD*2~');
    expect(textOf(x12(two, { charset: 'utf-8', lineBreaks: true }))).toBe('AB*1~\nCD*2~\n');
  });

  test('[S1] EDIFACT: every separator in a value is released, wherever it stands', () => {
    const free = new Segment('FTX', ["'a+b:c?d'", "?'", 'e*f']);
    expect(textOf(edifact([free]))).toBe("FTX+?'a?+b?:c??d?'+???'+e*f'");
  });

  test('[S1] counted bytes are written as they are, with what stands before them', () => {
    const bin = new Segment('BIN', ['3', '~*>']);
    const bds = new Segment('BDS', ['ASC', '2', '~~']);
    expect(textOf(x12([bin, bds]))).toBe('BIN*3*~*>~BDS*ASC*2*~~~');
  });
});

describe('what cannot be written is told', () => {
  const long = `${'x'.repeat(120)}~`;
  const bad: readonly (readonly [string, Segment, readonly string[]])[] = [
    [
      'a delimiter in a value',
      new Segment('REF', ['ZZ', 'a~b']),
      [
        'error element REF@1/2 element-character 6: REF02 contains "~", which is a delimiter of this interchange: a~b',
      ],
    ],
    [
      'a delimiter in a long value, of which the beginning is told',
      new Segment('REF', [long]),
      [
        `error element REF@1/1 element-character 6: REF01 contains "~", which is a delimiter of this interchange: ${long.slice(0, 99)}`,
      ],
    ],
    [
      'a tag that is none',
      new Segment('ref', ['1']),
      ['error segment ref@1/- segment-unknown 1: ref "ref" is no segment tag'],
    ],
    [
      'a tag that is too long',
      new Segment('ABCD', ['1']),
      ['error segment ABCD@1/- segment-unknown 1: ABCD "ABCD" is no segment tag'],
    ],
    [
      'a tag that begins with a digit',
      new Segment('1AB', ['1']),
      ['error segment 1AB@1/- segment-unknown 1: 1AB "1AB" is no segment tag'],
    ],
    [
      'counted bytes of another number',
      new Segment('BIN', ['3', 'four']),
      ['error element BIN@1/2 binary-length 6: BIN02 is not as many bytes as the element before it says'],
    ],
    [
      'counted bytes that are characters of no byte',
      new Segment('BDS', ['ASC', '1', '€']),
      ['error element BDS@1/3 binary-length 6: BDS03 is not as many bytes as the element before it says'],
    ],
  ];
  test.each(bad)('[S1] %s', (_, segment, told) => {
    expect(toldOf(x12([segment]))).toEqual(told);
  });

  test('[S1] every reason of every segment, each with the position of its own', () => {
    const two = [
      new Segment('REF', ['a~', 'b*']),
      new Segment('OK', ['fine']),
      new Segment('PID', [['c>', 'd']]),
    ];
    expect(toldOf(x12(two)).map((line) => line.split(' ')[2])).toEqual(['REF@1/1', 'REF@1/2', 'PID@3/1']);
  });

  test('[S1] a character the set does not have, by the element it is in', () => {
    const written = x12([new Segment('REF', ['ZZ', ['a', 'Ω']])], { charset: 'iso-8859-1' });
    expect(toldOf(written)).toEqual([
      'error element REF@1/2 element-character 6: REF02 is not in the character set: Ω',
    ]);
  });

  test('[S1] a repetition without a separator for it', () => {
    const repeated = new Segment('REF', [{ repeats: ['a', 'b'] }]);
    expect(toldOf(serialiseX12Segments([repeated], { ...usualX12Delimiters, repetition: '' }))).toEqual([
      'error element REF@1/1 repetition-excess 3: REF01 repeats, and there is no repetition separator',
    ]);
    const once = new Segment('REF', [{ repeats: ['a', ''] }]);
    expect(textOf(serialiseX12Segments([once], { ...usualX12Delimiters, repetition: '' }))).toBe('REF*a~');
  });

  test('[S1] an ISA whose values do not fit into it', () => {
    const isa = new Segment('ISA', [
      '00',
      '',
      '00',
      '',
      'ZZ',
      'SIXTEENCHARACTER',
      'Z~',
      'R',
      '261121',
      '0418',
      'U',
    ]);
    expect(toldOf(x12([isa]))).toEqual([
      'error element ISA@1/6 element-long 5: ISA06 may have 15 characters and has 16',
      'error element ISA@1/7 element-character 6: ISA07 contains a delimiter of this interchange',
    ]);
  });
});

describe('an EDIFACT interchange begins', () => {
  const interchange = (syntaxVersion: string, extra: object = {}) => ({
    syntaxIdentifier: 'UNOC',
    syntaxVersion,
    sender: { qualifier: '14', id: 'S' },
    receiver: { qualifier: '', id: 'R' },
    date: '261121',
    time: '0418',
    reference: '1',
    acknowledgementRequested: false,
    test: false,
    messages: [],
    ...extra,
  });

  test('[S1] without UNA where its characters are the usual ones', () => {
    expect(textOf(serialiseEdifact(interchange('3')))).toBe("UNB+UNOC:3+S:14+R+261121:0418+1'UNZ+0+1'");
  });

  test('[S1] with UNA where they are not, and in syntax version 4', () => {
    const comma = serialiseEdifact(interchange('3'), { ...levelA, decimal: ',' });
    expect(textOf(comma)).toBe("UNA:+,? 'UNB+UNOC:3+S:14+R+261121:0418+1'UNZ+0+1'");
    const four = serialiseEdifact(interchange('4'), { ...levelA, repetition: '*' }, { lineBreaks: true });
    expect(textOf(four)).toBe("UNA:+.?*'\nUNB+UNOC:4+S:14+R+261121:0418+1'\nUNZ+0+1'\n");
    const bare = serialiseEdifact(interchange('3'), { ...levelA, release: '' });
    expect(textOf(bare)).toMatch(/^UNA:\+\. {2}'UNB/);
  });

  test('[S1] with what the partner asked for in UNB', () => {
    const all = { acknowledgementRequested: true, test: true, applicationReference: 'ORDERS' };
    expect(textOf(serialiseEdifact(interchange('3', all)))).toBe(
      "UNB+UNOC:3+S:14+R+261121:0418+1++ORDERS++1++1'UNZ+0+1'",
    );
  });

  test('[S1] and a message carries its name, with the association code where there is one', () => {
    const message = { type: 'ORDERS', version: 'D', release: '96A', agency: 'UN', reference: '7' };
    const body = [new Segment('BGM', ['220'])];
    const messages = [
      { ...message, association: 'EAN008', body },
      { ...message, association: '', reference: '8', body: [] },
    ];
    expect(textOf(serialiseEdifact(interchange('3', { messages })))).toBe(
      "UNB+UNOC:3+S:14+R+261121:0418+1'UNH+7+ORDERS:D:96A:UN:EAN008'BGM+220'UNT+3+7'UNH+8+ORDERS:D:96A:UN'UNT+2+8'UNZ+2+1'",
    );
  });
});

describe('an X12 interchange begins', () => {
  const interchange = (version: string, extra: object = {}) => ({
    sender: { qualifier: 'ZZ', id: 'S' },
    receiver: { qualifier: '01', id: 'R' },
    date: '261121',
    time: '0418',
    version,
    controlNumber: 42,
    acknowledgementRequested: false,
    test: false,
    groups: [],
    ...extra,
  });
  const isa = (isa11: string, version: string, end: string) =>
    `ISA*00*          *00*          *ZZ*S              *01*R              *261121*0418*${isa11}*${version}*000000042*${end}~`;

  test('[S1] with an ISA of its widths, the repetition separator from 00402 on', () => {
    expect(textOf(serialiseX12(interchange('00401')))).toBe(`${isa('U', '00401', '0*P*>')}IEA*0*000000042~`);
    expect(textOf(serialiseX12(interchange('00402')))).toBe(`${isa('^', '00402', '0*P*>')}IEA*0*000000042~`);
    const without = serialiseX12(interchange('00501'), { ...usualX12Delimiters, repetition: '' });
    expect(textOf(without)).toBe(`${isa('U', '00501', '0*P*>')}IEA*0*000000042~`);
  });

  test('[S1] with what it asks for, its services before its groups, and a line break after each where asked', () => {
    const all = { acknowledgementRequested: true, test: true, services: [new Segment('TA1', ['1'])] };
    const group = {
      functionalId: 'PO',
      sender: 'S',
      receiver: 'R',
      date: '20261121',
      time: '0418',
      controlNumber: 7,
      version: '004010',
      transactions: [
        { type: '850', controlNumber: '0001', body: [new Segment('BEG', ['00'])] },
        { type: '850', controlNumber: '0002', convention: '004010X1', body: [] },
      ],
    };
    const written = serialiseX12(interchange('00401', { ...all, groups: [group] }), usualX12Delimiters, {
      charset: 'utf-8',
      lineBreaks: true,
    });
    expect(textOf(written).split('\n')).toEqual([
      isa('U', '00401', '1*T*>'),
      'TA1*1~',
      'GS*PO*S*R*20261121*0418*7*X*004010~',
      'ST*850*0001~',
      'BEG*00~',
      'SE*3*0001~',
      'ST*850*0002*004010X1~',
      'SE*2*0002~',
      'GE*2*7~',
      'IEA*1*000000042~',
      '',
    ]);
  });

  test('[S1] and text that needs UTF-8 is written in it unless another set is asked for', () => {
    const body = new Segment('MSG', ['Größe']);
    expect(textOf(x12([body]))).toBe('MSG*GrÃ¶Ã\x9fe~');
    expect(textOf(x12([body], { charset: 'iso-8859-1' }))).toBe('MSG*Größe~');
  });
});
