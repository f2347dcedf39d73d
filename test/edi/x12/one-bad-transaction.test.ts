import { describe, expect, test } from 'vitest';
import { faultsOf } from '#edi/codec/interchange.ts';
import { parseX12 } from '#edi/x12/parse-interchanges.ts';
import { oneByOne } from '../arbitraries.ts';
import { bytes, x12Order, x12Orders } from '../samples.ts';
import { kindsOf, read, transactionsOf } from './reading.ts';

describe('one bad transaction costs only itself', () => {
  const outcomes = (text: string) => transactionsOf(read(text)).map(({ outcome }) => outcome);

  test('[S3] a wrong count, a wrong reference, a lost trailer or a mangled header', () => {
    const text = x12Orders(3);
    expect(outcomes(text.replace('SE*5*0002', 'SE*6*0002'))).toEqual(['accepted', 'rejected', 'accepted']);
    expect(outcomes(text.replace('SE*5*0002', 'SE*5*9999'))).toEqual(['accepted', 'rejected', 'accepted']);
    expect(outcomes(text.replace('SE*5*0002~', ''))).toEqual(['accepted', 'rejected', 'accepted']);
    expect(outcomes(text.replace('ST*850*0002', 'T*850*0002'))).toEqual(['accepted', 'rejected', 'accepted']);
    expect(outcomes(text.replace('ST*850*0002~\nBEG', 'BEG'))).toEqual(['accepted', 'rejected', 'accepted']);
  });

  test('[S3] of 1,000 transactions with 7 bad ones 993 are accepted and the 7 are named', () => {
    const bad = [3, 99, 250, 251, 700, 999, 1000].map((number) => String(number).padStart(4, '0'));
    const text = bad.reduce(
      (all, control) => all.replace(`SE*5*${control}`, `SE*7*${control}`),
      x12Orders(1000),
    );
    const rejected = transactionsOf(read(text)).filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.map(({ reference }) => reference)).toEqual(bad);
  });

  test('[S3] a segment beyond the limit refuses its transaction, memory and the others are safe', () => {
    const long = x12Orders(3).replace('PO-0002', 'x'.repeat(200_000));
    for (const chunks of [[bytes(long)], oneByOne(bytes(long))]) {
      const result = parseX12(chunks, { limits: { segmentBytes: 10_000 } });
      expect(transactionsOf(result).map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'rejected',
        'accepted',
      ]);
      expect(faultsOf(result)).toMatchObject([{ kind: 'limit-exceeded', segment: 'BEG', position: 2 }]);
    }
  });

  test('[S3] binary data that promises more than the limit costs only its transaction', () => {
    const text = x12Orders(3).replace('BEG*00*SA*PO-0002', 'BIN*99999999*');
    for (const chunks of [[bytes(text)], oneByOne(bytes(text))]) {
      const result = parseX12(chunks);
      expect(transactionsOf(result).map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'rejected',
        'accepted',
      ]);
      expect(kindsOf(result)).toEqual(['binary-length']);
    }
  });

  test('[S3] more elements or segments than the limits allow refuse their transaction', () => {
    const wide = x12Orders(2).replace('PO-0001', 'a*'.repeat(500));
    expect(transactionsOf(parseX12([bytes(wide)], { limits: { delimitersPerSegment: 100 } }))).toMatchObject([
      { outcome: 'rejected' },
      { outcome: 'accepted' },
    ]);
    const long = x12Orders(1)
      .replace('CTT', `${'REF*ZZ*1~'.repeat(50)}CTT`)
      .replace('SE*5', 'SE*55');
    const result = parseX12([bytes(long)], { limits: { segmentsPerTransaction: 20 } });
    expect(faultsOf(result)).toMatchObject([{ kind: 'limit-exceeded', level: 'transaction' }]);
    expect(result.interchanges[0]?.groups[0]?.transactions[0]?.segments).toEqual([]);
  });

  test('[S3] many warnings do not hide the error that comes after them', () => {
    const text = x12Orders(1).replace('CTT*1', `${'REF*ZZ*\u0001~\n'.repeat(30)}CTT*1`);
    const [transaction] =
      parseX12([bytes(text)], { limits: { faultsPerLevel: 10 } }).interchanges[0]?.groups[0]?.transactions ??
      [];
    expect(transaction?.faults.map(({ severity }) => severity)).toEqual([
      ...Array(10).fill('warning'),
      'error',
    ]);
    expect(transaction?.outcome).toBe('rejected');
  });

  test('[S3] a transaction set outside a group is refused and the group after it is read', () => {
    const result = read(
      x12Orders(1)
        .replace('GS*', `${x12Order('9999')}\nGS*`)
        .replace('IEA*1', 'IEA*2'),
    );
    expect(transactionsOf(result)).toMatchObject([
      { reference: '9999', outcome: 'rejected' },
      { reference: '0001', outcome: 'accepted' },
    ]);
  });
});
