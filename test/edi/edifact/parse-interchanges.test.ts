import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf, outcomeOf } from '#edi/codec/interchange.ts';
import { parseEdifact } from '#edi/edifact/parse-interchanges.ts';
import { oneByOne } from '../arbitraries.ts';
import { bytes, edifactOrder, edifactOrders } from '../samples.ts';

const read = (text: string, lenient = false): ReadResult => parseEdifact([bytes(text)], { lenient });

const segmentsOf = (result: ReadResult) => result.interchanges[0]?.groups[0]?.transactions[0]?.segments ?? [];

const outcomes = (result: ReadResult): string[] =>
  result.interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) =>
      group.transactions.map((transaction) => outcomeOf(transaction, group, interchange)),
    ),
  );

describe('a good interchange', () => {
  test('[S1] messages without groups, with type, version and association code', () => {
    const result = read(edifactOrders(2));
    expect(faultsOf(result)).toEqual([]);
    expect(result.interchanges[0]).toMatchObject({
      reference: 'REF42',
      sender: { qualifier: '14', id: '4012345000009' },
      receiver: { qualifier: '14', id: '4098765000003' },
      outcome: 'accepted',
    });
    expect(result.interchanges[0]?.groups[0]?.transactions[1]).toMatchObject({
      type: 'ORDERS',
      version: 'D96A',
      convention: 'EAN008',
      reference: '2',
    });
  });

  test('[S1] groups with their own counts and references', () => {
    const group = (reference: string, message: string) =>
      `UNG+ORDERS+S+R+261121:0418+${reference}+UN+D:96A'${edifactOrder(message)}UNE+1+${reference}'`;
    const text = edifactOrders(0).replace(
      "UNZ+0+REF42'",
      `${group('G1', '1')}${group('G2', '2')}UNZ+2+REF42'`,
    );
    const result = read(text);
    expect(faultsOf(result)).toEqual([]);
    expect(result.interchanges[0]?.groups.map(({ reference, version }) => [reference, version])).toEqual([
      ['G1', 'D96A'],
      ['G2', 'D96A'],
    ]);
    const wrong = read(text.replace("UNE+1+G2'", "UNE+2+G1'"));
    expect(faultsOf(wrong).map(({ kind, standard }) => [kind, standard.code])).toEqual([
      ['count-mismatch', '29'],
      ['reference-mismatch', '28'],
    ]);
    expect(outcomes(wrong)).toEqual(['accepted', 'rejected']);
  });

  test('[S1] delimiters come from UNA, and those of level B hold where the separator says so', () => {
    const una = edifactOrders(1, { una: "UNA:+.? '" }).replace(
      /[:+?']/g,
      (c) => ({ ':': '|', '+': '#', '?': '!', "'": '~' })[c] ?? c,
    );
    expect(segmentsOf(read(una))[4]?.components(3)).toEqual(['4000001000005', 'EN']);
    const levelB = edifactOrders(1, { syntax: 'UNOB:1' }).replace(
      /[:+']/g,
      (c) => ({ ':': '\x1f', '+': '\x1d', "'": '\x1c' })[c] ?? c,
    );
    expect(faultsOf(read(levelB))).toEqual([]);
    expect(segmentsOf(read(levelB))[3]?.components(2)).toEqual(['4012345000009', '', '9']);
  });

  test('[S1] a released delimiter is data, a released release is one, across chunks too', () => {
    const text = edifactOrders(1).replace('PO-1', "P?'O?+?:??1");
    for (const chunks of [[bytes(text)], oneByOne(bytes(text))])
      expect(segmentsOf(parseEdifact(chunks))[1]?.text(2)).toBe("P'O+:?1");
  });

  test('[S1] the repetition separator counts from syntax version 4 on, as UNA has it or as *', () => {
    const repeated = (syntax: string, una = '', mark = '*') =>
      segmentsOf(read(edifactOrders(1, { syntax, una }).replace("+9'", `+9${mark}7'`)))[1]?.occurrences(3);
    expect(repeated('UNOC:4')).toEqual(['9', '7']);
    expect(repeated('UNOC:3', "UNA:+.?*'")).toEqual(['9*7']);
    expect(repeated('UNOC:4', "UNA:+.?^'", '^')).toEqual(['9', '7']);
    expect(repeated('UNOC:4', "UNA:+.? '")).toEqual(['9*7']);
  });

  test('[S1] the syntax identifier says the character set', () => {
    const named = (syntax: string) => edifactOrders(1, { syntax }).replace('PO-1', 'Größe ø');
    const number = (text: string, encoding: 'utf8' | 'latin1') =>
      segmentsOf(parseEdifact(oneByOne(bytes(text, encoding))))[1]?.text(2);
    expect(number(named('UNOC:3'), 'latin1')).toBe('Größe ø');
    expect(number(named('UNOY:4'), 'utf8')).toBe('Größe ø');
    expect(number(named('UNOW:4'), 'utf8')).toBe('Größe ø');
    const cyrillic = Uint8Array.from([
      ...bytes(edifactOrders(1, { syntax: 'UNOE:3' }).replace('PO-1', '\xb6\xd0'), 'latin1'),
    ]);
    expect(segmentsOf(parseEdifact([cyrillic]))[1]?.text(2)).toBe('Жа');
    expect(faultsOf(parseEdifact([bytes(named('UNOA:3'), 'latin1')]))).toMatchObject([
      { kind: 'element-character', severity: 'warning', standard: { code: '21' } },
    ]);
  });
});

describe('references, counts and order', () => {
  const wrong: readonly (readonly [string, string, string, string])[] = [
    ['UNT02 differs from UNH01', 'UNT+8+1', 'UNT+8+2', '28'],
    ['UNT01 is not the number of segments', 'UNT+8+1', 'UNT+9+1', '29'],
    ['UNZ02 differs from UNB05', 'UNZ+1+REF42', 'UNZ+1+REF43', '28'],
    ['UNZ01 is not the number of messages', 'UNZ+1', 'UNZ+3', '29'],
    ['UNH has no reference', 'UNH+1', 'UNH+', '13'],
    ['UNH names no message type', 'ORDERS:D', 'orders:D', '12'],
    ['UNZ is missing', "UNZ+1+REF42'", '', '13'],
    ['UNH is missing', "UNH+1+ORDERS:D:96A:UN:EAN008'", '', '13'],
  ];

  test.each(wrong)('[S1] %s: refused with code 0085', (_, from, to, code) => {
    const result = read(edifactOrders(1).replace(from, to));
    expect(faultsOf(result).map(({ standard }) => standard.code)).toContain(code);
    expect(outcomes(result).every((outcome) => outcome === 'rejected')).toBe(true);
  });

  test('[S3] one bad message costs only itself', () => {
    const text = edifactOrders(3);
    const all = ['accepted', 'rejected', 'accepted'];
    expect(outcomes(read(text.replace('UNT+8+2', 'UNT+9+2')))).toEqual(all);
    expect(outcomes(read(text.replace("UNT+8+2'", '')))).toEqual(all);
    expect(outcomes(read(text.replace("UNH+2+ORDERS:D:96A:UN:EAN008'", '')))).toEqual(all);
  });

  test('[S1] messages both in and outside of groups are refused', () => {
    const text = edifactOrders(1).replace('UNZ+1', "UNG+ORDERS+S+R+261121:0418+G1+UN+D:96A'UNE+0+G1'UNZ+2");
    expect(faultsOf(read(text)).map(({ kind }) => kind)).toContain('levels-mixed');
  });

  test('[S1] a missing last terminator is accepted leniently with a warning and refused strictly', () => {
    const text = edifactOrders(1).slice(0, -1);
    expect(faultsOf(read(text, true))).toMatchObject([{ kind: 'terminator-missing', severity: 'warning' }]);
    expect(outcomes(read(text, true))).toEqual(['accepted']);
    expect(outcomes(read(text))).toEqual(['rejected']);
  });

  test('[S1] a second interchange with its own UNA is read, also when the first has no end', () => {
    const second = edifactOrders(1, { una: 'UNA:+,? ~' }).replace(/'/g, '~').replace(/REF42/g, 'REF43');
    expect(faultsOf(read(edifactOrders(1) + second))).toEqual([]);
    const cut = edifactOrders(1).replace("UNZ+1+REF42'", '');
    for (const chunks of [[bytes(cut + second)], oneByOne(bytes(cut + second))]) {
      const result = parseEdifact(chunks);
      expect(outcomes(result)).toEqual(['rejected', 'accepted']);
      expect(faultsOf(result).map(({ kind }) => kind)).toEqual(['trailer-missing']);
    }
  });
});
