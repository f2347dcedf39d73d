import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EdiFault } from '#edi/codec/fault.ts';
import type { Transaction } from '#edi/codec/interchange.ts';
import { faultsOf } from '#edi/codec/interchange.ts';
import type { ReadOptions } from '#edi/codec/interchange-reader.ts';
import { loopsIn, segmentIn, segmentsIn } from '#edi/codec/loop-instance.ts';
import { edifactSchemas, findEdifactSchema } from '#edi/edifact/schema/find-schema.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema, x12Schemas } from '#edi/x12/schema/find-schema.ts';
import { bytes } from './samples.ts';

const folder = join(import.meta.dirname, '../fixtures/edi');
const fixtures = readdirSync(folder).filter((name) => name !== 'maps');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');

const options: ReadOptions = {
  schemas: (type, version) => findX12Schema(type, version) ?? findEdifactSchema(type, version),
};

function readOne(
  text: string,
  extra: ReadOptions = {},
): { transaction: Transaction; faults: readonly EdiFault[] } {
  const result = parseInterchanges(bytes(text), { ...options, ...extra });
  const transaction = result?.interchanges[0]?.groups[0]?.transactions[0];
  if (!result || !transaction) throw new Error('there is no transaction');
  return { transaction, faults: faultsOf(result) };
}

/** Change one segment and keep the counts right, so that only the schema can object. */
function changed(name: string, from: string, to: string): readonly EdiFault[] {
  const text = fixture(name);
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  const terminator = name.endsWith('.x12') ? '~' : "'";
  const difference = to.split(terminator).length - from.split(terminator).length;
  const counted = text
    .replace(from, to)
    .replace(/(SE\*|UNT\+)(\d+)/, (_, tag: string, count: string) => tag + (Number(count) + difference));
  return readOne(counted).faults;
}

const short = ({ position, segment, element, component, standard }: EdiFault): string =>
  `${segment}@${position}${element ? `/${element}` : ''}${component ? `.${component}` : ''} ${standard.list} ${standard.code}`;

describe('schemas', () => {
  test('[S1] every schema compiles, and its lines can be told from its parties', () => {
    expect(x12Schemas).toHaveLength(23);
    for (const name of [...x12Schemas, ...edifactSchemas]) {
      const [type = '', version = ''] = name.split(' ');
      const schema = options.schemas?.(type, version);
      expect(schema?.content.length, name).toBeGreaterThan(2);
      expect(schema?.content.at(-1)).toMatchObject({ mandatory: true });
    }
  });

  test.each(fixtures)('[S1] %s is without fault', (name) => {
    const { transaction, faults } = readOne(fixture(name));
    expect(faults.map(({ message }) => message)).toEqual([]);
    expect(transaction.root).toBeDefined();
    expect(transaction.outcome).toBe('accepted');
    expect(`${name.split('-')[0]} ${name.split('.').at(-2)}`).toBe(
      `${transaction.type} ${transaction.version}`,
    );
  });

  test('[S1] segments are put into their loops, and schedules into their lines', () => {
    const { transaction } = readOne(fixture('850-two-lines.004010.x12'));
    const root = transaction.root ?? { name: '', segments: [], loops: [] };
    expect(loopsIn(root, 'N1').map(({ segments }) => segments.map(({ id }) => id))).toEqual([
      ['N1'],
      ['N1', 'N3', 'N4'],
    ]);
    const lines = loopsIn(root, 'PO1');
    expect(lines.map((line) => segmentIn(line, 'PO1')?.text(2))).toEqual(['480', '12']);
    expect(lines.map((line) => loopsIn(line, 'SCH').length)).toEqual([2, 0]);
    expect(segmentsIn(root, 'DTM').map(({ position }) => position)).toEqual([8]);
  });

  test('[S1] EDIFACT segment groups carry the numbers of the directory', () => {
    const lineGroup = (name: string) =>
      readOne(fixture(name)).transaction.root?.loops.find(({ segments }) => segments[0]?.id === 'LIN')?.name;
    expect(lineGroup('ORDERS-two-lines.D96A.edi')).toBe('SG25');
    expect(lineGroup('ORDERS-two-lines.D01B.edi')).toBe('SG28');
    expect(lineGroup('ORDRSP-short-and-rejected.D96A.edi')).toBe('SG26');
    expect(lineGroup('INVOIC-freight-and-tax.D96A.edi')).toBe('SG25');
  });

  const order = '850-two-lines.004010.x12';
  const faulty: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    ['a segment that is not in the set', order, 'CUR*', 'ZZZ*1~\nCUR*', ['ZZZ@3 AK304 1']],
    ['a segment in the wrong place', order, 'CTT*', 'BEG*00*SA*X**20261121~\nCTT*', ['BEG@22 AK304 2']],
    [
      'a mandatory segment that is missing',
      order,
      'BEG*00*SA*PO-2026-0077**20261121~\n',
      '',
      ['BEG@2 AK304 3'],
    ],
    [
      'a mandatory loop that is missing',
      '830-three-periods.004010.x12',
      'LIN*1*BP*FX-0001~\nUIT*EA~\nFST*480*C*W*20261130~\nFST*240*D*W*20261207~\nFST*960*D*M*20261214~\n',
      '',
      ['LIN@4 AK304 3'],
    ],
    ['a segment once too often', order, 'CUR*BY*USD', 'CUR*BY*USD~\nCUR*BY*EUR', ['CUR@4 AK304 5']],
    ['a loop once too often', '810-credit.005010.x12', 'IT1*', 'N9*ZZ*a~\nN9*ZZ*b~\nIT1*', ['N9@4 AK304 4']],
    ['a mandatory element that is missing', order, 'BEG*00*SA*', 'BEG*00**', ['BEG@2/2 AK403 1']],
    [
      'a conditional element that is missing',
      order,
      'N1*ST*Warehouse East*92*WH-E',
      'N1*ST*Warehouse East*92',
      ['N1@12/4 AK403 2'],
    ],
    ['neither of two elements of which one must be', order, 'REF*DP*MRO', 'REF*DP', ['REF@4/2 AK403 2']],
    [
      'elements that exclude each other',
      '846-stock.005010.x12',
      'QTY*63*1000*EA',
      'QTY*63*1000*EA*twice',
      ['QTY@8/4 AK403 10'],
    ],
    [
      'too many elements',
      order,
      'CUR*BY*USD',
      'REF*DP*a*b*ZZ>c*d~\nCUR*BY*USD',
      ['REF@3/5 AK403 3', 'CUR@4 AK304 2'],
    ],
    ['a value that is too short', order, 'CUR*BY*USD', 'CUR*BY*US', ['CUR@3/2 AK403 4']],
    ['a value that is too long', order, 'CUR*BY*USD', 'CUR*BY*USDX', ['CUR@3/2 AK403 5']],
    ['letters in a number', order, 'PO1*1*480*', 'PO1*1*4x0*', ['PO1@15/2 AK403 6']],
    [
      'a code that is not in its list',
      '855-substitution.005010.x12',
      'ACK*IS*',
      'ACK*QQ*',
      ['ACK@4/1 AK403 7'],
    ],
    ['a date that does not exist', order, 'DTM*002*20261205', 'DTM*002*20261131', ['DTM@8/2 AK403 8']],
    [
      'a time that does not exist',
      '856-shipment-order-item.005010.x12',
      '*0915~',
      '*2515~',
      ['BSN@2/4 AK403 9'],
    ],
    [
      'a repetition where none may be',
      '855-substitution.005010.x12',
      'BP*FX-0003~\nACK',
      'BP*FX^FY~\nACK',
      ['PO1@3/7 AK403 3'],
    ],
    ['a composite where none may be', order, 'REF*DP*MRO', 'REF*DP*MRO>X', ['REF@4/2 AK403 3']],
    [
      'EDIFACT: a component that is too long',
      'ORDERS-two-lines.D96A.edi',
      'DTM+2:20261205:102',
      'DTM+2:20261205:1020',
      ['DTM@4/1.3 0085 39'],
    ],
    [
      'EDIFACT: a mandatory component that is missing',
      'ORDERS-two-lines.D96A.edi',
      'QTY+21:480',
      'QTY+:480',
      ['QTY@17/1.1 0085 13'],
    ],
    [
      'EDIFACT: too many components',
      'ORDERS-two-lines.D96A.edi',
      'QTY+21:480',
      'QTY+21:480:PCE:X',
      ['QTY@17/1.4 0085 16'],
    ],
    [
      'EDIFACT: letters in a number',
      'ORDERS-two-lines.D96A.edi',
      'QTY+21:480',
      'QTY+21:48O',
      ['QTY@17/1.2 0085 37'],
    ],
    [
      'EDIFACT: a group once too often',
      'ORDERS-two-lines.D96A.edi',
      'TOD+3++DAP',
      Array(6).fill('TOD+3++DAP').join("'\n"),
      ['TOD@18 0085 36'],
    ],
    [
      'EDIFACT: a mandatory segment that is missing',
      'ORDERS-two-lines.D96A.edi',
      "UNS+S'\nMOA+86:430.8'\nCNT+2:2'\n",
      '',
      ['UNS@25 0085 13'],
    ],
  ];

  test.each(faulty)('[S1] %s is found, with its place and code', (_, name, from, to, expected) => {
    const faults = changed(name, from, to);
    expect(faults.map(short)).toEqual(expected);
    expect(faults.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('[S1] a condition on a list is broken when none of the list is there', () => {
    expect(changed(order, 'ITD*01*3*2**15**30', 'ITD*01*3*2').map(short)).toEqual(['ITD@7/4 AK403 2']);
    expect(changed(order, 'ITD*01*3*2**15**30', 'ITD*01*3*2**15')).toEqual([]);
  });

  test('[S1] a segment that is at its maximum goes to its next place, if it has one', () => {
    const two = changed(order, 'PO4*48*10*EA', 'AMT*1*58.8~\nAMT*2*60');
    expect(two).toEqual([]);
  });

  test('[S1] a fault that the agreement tolerates is a warning, and the transaction is accepted with errors', () => {
    const text = fixture(order).replace('CUR*BY*USD', 'CUR*BY*USDX');
    expect(readOne(text).transaction.outcome).toBe('rejected');
    const tolerant = readOne(text, { tolerated: ['element-long'] });
    expect(tolerant.transaction.outcome).toBe('accepted-with-errors');
    expect(tolerant.faults).toMatchObject([{ severity: 'warning', reference: '100' }]);
  });

  test('[S1] a type or version without schema is read by its envelope alone', () => {
    const text = fixture(order).replace('*X*004010', '*X*003050').replace('CUR*BY*USD', 'CUR*BY*USDX');
    const { transaction, faults } = readOne(text);
    expect(faults).toEqual([]);
    expect(transaction.root).toBeUndefined();
  });
});
