import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { oneByOne } from '../arbitraries.ts';
import { bytes, x12Orders } from '../samples.ts';
import { kindsOf, read, transactionsOf } from './reading.ts';

describe('a good interchange', () => {
  test('[S1] its headers, groups and transactions are read and nothing is wrong', () => {
    const result = read(x12Orders(2));
    expect(faultsOf(result)).toEqual([]);
    expect(result.interchanges[0]).toMatchObject({
      reference: '000000042',
      sender: { qualifier: 'ZZ', id: 'SENDER' },
      receiver: { qualifier: '01', id: '012345678' },
      test: false,
      outcome: 'accepted',
    });
    expect(result.interchanges[0]?.groups[0]).toMatchObject({
      type: 'PO',
      version: '004010',
      declaredCount: '2',
    });
    expect(transactionsOf(result).map(({ reference }) => reference)).toEqual(['0001', '0002']);
  });

  test('[S1] several interchanges with other delimiters, groups and types in one file', () => {
    const other = x12Orders(1, { control: '000000043' })
      .replaceAll('*', '|')
      .replaceAll('~', '\r\n')
      .replaceAll('>', '!');
    const invoices =
      'GS*IN*S*R*20261121*0418*8*X*004010~ST*810*1001~BIG*20261121*INV1~TDS*1000~SE*4*1001~GE*1*8~';
    const mixed = x12Orders(1).replace('IEA*1', `${invoices}IEA*2`);
    const result = read(`\ufeff${mixed}\r\n${other}`);
    expect(faultsOf(result)).toEqual([]);
    expect(transactionsOf(result).map(({ type }) => type)).toEqual(['850', '810', '850']);
    expect(result.interchanges[1]?.groups[0]?.transactions[0]?.segments[2]?.text(4)).toBe('9.25');
  });

  test('[S1] ISA11 separates repetitions from version 00402 on, and before it does not', () => {
    const withReference = (version: string) =>
      read(x12Orders(1, { version }).replace('CTT', 'REF*ZZ*a^b>c~CTT').replace('SE*5', 'SE*6'));
    const reference = (version: string) =>
      withReference(version).interchanges[0]?.groups[0]?.transactions[0]?.segments.find(
        ({ id }) => id === 'REF',
      );
    expect(reference('00501')?.occurrences(2)).toEqual(['a', ['b', 'c']]);
    expect(reference('00401')?.elements[1]).toEqual(['a^b', 'c']);
    const early = read(x12Orders(1).replace('*U*00401', '*^*00401').replace('4711', 'a^b'));
    expect(early.interchanges[0]?.groups[0]?.transactions[0]?.segments[2]?.elements[6]).toBe('a^b');
  });

  test('[S1] text is UTF-8, across chunks too, and what is not is kept byte by byte and reported', () => {
    const named = x12Orders(1).replace('4711', 'Müller €漢');
    const part = (result: ReadResult) =>
      result.interchanges[0]?.groups[0]?.transactions[0]?.segments.find(({ id }) => id === 'PO1')?.text(7);
    expect(part(parseX12(oneByOne(bytes(named))))).toBe('Müller €漢');
    const latin = parseX12([bytes(x12Orders(1).replace('4711', 'Müller'), 'latin1')]);
    expect(part(latin)).toBe('Müller');
    expect(faultsOf(latin)).toMatchObject([
      { kind: 'element-character', severity: 'warning', segment: 'PO1', element: 7 },
    ]);
    const declared = parseX12([bytes(x12Orders(1).replace('4711', 'Müller'), 'latin1')], {
      charset: 'iso-8859-1',
    });
    expect(faultsOf(declared)).toEqual([]);
  });

  test('[S1] TA1, ISB and ISE between interchange header and groups belong to the interchange', () => {
    const result = read(x12Orders(1).replace('GS*', 'TA1*000000041*261120*0400*A*000~GS*'));
    expect(faultsOf(result)).toEqual([]);
    expect(result.interchanges[0]?.services.map(({ id }) => id)).toEqual(['TA1']);
  });
});

describe('a wrong header or end', () => {
  const shortIsa = x12Orders(1)
    .replace('*00*          *00*          *', '*00**00**')
    .replace('SENDER         ', 'SENDER');

  test('[S1] an ISA of the wrong length is read leniently with a warning and refused strictly', () => {
    expect(faultsOf(read(shortIsa, true))).toMatchObject([
      {
        kind: 'header-length',
        severity: 'warning',
        segment: 'ISA',
        standard: { list: 'TA105', code: '022' },
      },
    ]);
    expect(transactionsOf(read(shortIsa, true))).toMatchObject([{ outcome: 'accepted' }]);
    expect(transactionsOf(read(shortIsa))).toMatchObject([{ outcome: 'rejected' }]);
  });

  test('[S1] a last segment without terminator is read leniently with a warning and refused strictly', () => {
    const text = x12Orders(1).slice(0, -1);
    for (const end of ['', '\n', '\r\n']) {
      expect(faultsOf(read(text + end, true))).toMatchObject([
        { kind: 'terminator-missing', severity: 'warning', segment: 'IEA' },
      ]);
      expect(transactionsOf(read(text + end, true))).toMatchObject([{ outcome: 'accepted' }]);
      expect(transactionsOf(read(text + end))).toMatchObject([{ outcome: 'rejected' }]);
    }
  });

  test('[S1] data that ends early is refused at every level that was open, also leniently', () => {
    const whole = x12Orders(2);
    for (const cut of ['SE*5*0002', 'GE*', 'IEA']) {
      const result = read(whole.slice(0, whole.lastIndexOf(cut)), true);
      expect(kindsOf(result)).toContain('trailer-missing');
      expect(transactionsOf(result).every(({ outcome }) => outcome === 'rejected')).toBe(true);
    }
    const torn = read(whole.slice(0, whole.indexOf('CTT*1') + 3), true);
    expect(kindsOf(torn)).toEqual(['truncated', 'trailer-missing', 'trailer-missing', 'trailer-missing']);
  });

  test('[S1] the next ISA ends an interchange that has no IEA, and is itself read', () => {
    const cut = x12Orders(1).replace(/IEA.*/, '');
    const result = parseX12(
      oneByOne(bytes(cut + x12Orders(1, { control: '000000043' }).replaceAll('*', '|'))),
    );
    expect(kindsOf(result)).toEqual(['trailer-missing']);
    expect(transactionsOf(result).map(({ outcome }) => outcome)).toEqual(['rejected', 'accepted']);
  });

  test('[S1] bytes that belong to no interchange are named and cost nothing else', () => {
    const result = read(`From: ISAAC\n\n${x12Orders(1)}\nregards, IT`);
    expect(result.faults).toHaveLength(2);
    expect(result.faults[0]).toMatchObject({ kind: 'content-outside', value: 'From:ISAAC' });
    expect(transactionsOf(result)).toMatchObject([{ outcome: 'accepted' }]);
  });

  test('[S1] data that ends inside its first header is no interchange, and says so', () => {
    for (const length of [1, 3, 40, 105]) {
      const result = read(x12Orders(1).slice(0, length), true);
      expect(result.interchanges).toEqual([]);
      expect(kindsOf(result)).toEqual(['content-outside']);
    }
  });

  test('[S1] two delimiters that are the same character are refused', () => {
    const result = read(x12Orders(1).replace('*P*>~', '*P***'), true);
    expect(kindsOf(result)).toContain('delimiter-invalid');
  });
});

describe('control numbers and counts', () => {
  const wrong: readonly (readonly [string, string, string, string, string])[] = [
    ['SE02 differs from ST02', 'SE*5*0001', 'SE*5*0009', 'reference-mismatch', 'AK502 3'],
    ['SE01 is not the number of segments', 'SE*5*0001', 'SE*4*0001', 'count-mismatch', 'AK502 4'],
    ['ST02 is empty', 'ST*850*0001', 'ST*850*', 'reference-missing', 'AK502 7'],
    ['ST01 is no identifier', 'ST*850*0001', 'ST*85X*0001', 'header-invalid', 'AK502 6'],
    ['GE02 differs from GS06', 'GE*1*7', 'GE*1*8', 'reference-mismatch', 'AK905 4'],
    ['GE01 is not the number of transaction sets', 'GE*1*7', 'GE*2*7', 'count-mismatch', 'AK905 5'],
    ['IEA02 differs from ISA13', 'IEA*1*000000042', 'IEA*1*000000041', 'reference-mismatch', 'TA105 001'],
    ['IEA01 is not the number of groups', 'IEA*1', 'IEA*2', 'count-mismatch', 'TA105 021'],
    ['a count is not a number', 'GE*1*7', 'GE*one*7', 'count-mismatch', 'AK905 5'],
  ];

  test.each(wrong)('[S1] %s: refused with the code of the standard', (_, from, to, kind, code) => {
    const result = read(x12Orders(1).replace(from, to));
    const faults = faultsOf(result).filter((fault) => fault.kind === kind);
    expect(faults.map(({ standard }) => `${standard.list} ${standard.code}`)).toEqual([code]);
    expect(transactionsOf(result)).toMatchObject([{ outcome: 'rejected' }]);
  });

  test('[S1] leading zeros make no difference between numbers, and are kept in ISA13', () => {
    const result = read(x12Orders(1).replace('GE*1*7', 'GE*1*0007'));
    expect(faultsOf(result)).toEqual([]);
    expect(result.interchanges[0]?.reference).toBe('000000042');
  });

  test('[S1] a control number used twice at its level is reported', () => {
    const twice = x12Orders(2).replaceAll('0002', '0001');
    expect(faultsOf(read(twice))).toMatchObject([
      { kind: 'reference-duplicate', severity: 'warning', standard: { list: 'AK502', code: '23' } },
    ]);
    expect(faultsOf(read(x12Orders(1) + x12Orders(1)))).toMatchObject([
      { kind: 'reference-duplicate', standard: { list: 'TA105', code: '025' } },
    ]);
  });
});
