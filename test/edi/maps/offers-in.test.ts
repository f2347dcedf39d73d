import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Segment } from '#edi/codec/segment.ts';
import { units as edifactUnits } from '#edi/maps/edifact/codes.ts';
import { readInvrpt } from '#edi/maps/edifact/invrpt.ts';
import { readPricat } from '#edi/maps/edifact/pricat.ts';
import type { Mapped } from '#edi/maps/mapped.ts';
import { read832 } from '#edi/maps/x12/832.ts';
import { read846 } from '#edi/maps/x12/846.ts';
import { units as x12Units } from '#edi/maps/x12/codes.ts';
import { changed, fixture, transactionOf } from './reading.ts';
import { sentAsEdifact, sentAsX12 } from './sent.ts';

const stock = fixture('maps/846-every-quantity.004010.x12');
const report = fixture('maps/INVRPT-every-quantity.D96A.edi');
const catalog = fixture('maps/832-every-price.005010.x12');
const pricat = fixture('maps/PRICAT-every-price.D01B.edi');

function documentOf<T>(mapped: Mapped<T>): T {
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.faults));
  return mapped.document;
}

const faultsOf = (mapped: Mapped<unknown>): readonly string[] =>
  mapped.ok
    ? []
    : mapped.faults.map(
        ({ segment, element, component, message }) =>
          `${segment}${element ? `/${element}` : ''}${component ? `.${component}` : ''} ${message}`,
      );

const unmappedOf = (mapped: Mapped<unknown>): readonly string[] =>
  mapped.unmapped.map(({ segment, element, value }) => `${segment}${element ?? ''} ${value}`);

const decimals = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`.replace(/0+$/, ''));
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const digits = (date: string): string => date.replaceAll('-', '');

const figures = <T>(codes: readonly string[], units: ReadonlyMap<string, T>) =>
  fc.array(
    fc.record({
      code: fc.constantFrom(...codes),
      value: decimals,
      unit: fc.constantFrom(...units.keys()),
      date: day,
    }),
    { minLength: 1, maxLength: 6 },
  );
const stocked = <T>(codes: readonly string[], units: ReadonlyMap<string, T>) =>
  fc.array(fc.record({ number: fc.stringMatching(/^[A-Z0-9-]{1,20}$/), figures: figures(codes, units) }), {
    minLength: 1,
    maxLength: 5,
  });

const priced = <T>(units: ReadonlyMap<string, T>) =>
  fc.array(
    fc.record({
      number: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
      prices: fc.array(
        fc.record({
          amount: decimals,
          per: fc.constantFrom('1', '100', '1000'),
          unit: fc.constantFrom(...units.keys()),
          from: decimals,
          first: day,
          last: day,
        }),
        { maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  );

describe('what suppliers have', () => {
  test.each(['004010', '005010'])('[S1] every quantity of an 846 %s comes in at its item', (version) => {
    fc.assert(
      fc.property(stocked(['33', '17', '63', '27', '29', '99'], x12Units), (lines) => {
        const body = [
          new Segment('BIA', ['00', 'SI', 'STOCK-1', '20261121']),
          ...lines.flatMap(({ number, figures: all }, i) => [
            new Segment('LIN', [String(i + 1), 'VP', number]),
            ...all.flatMap(({ code, value, unit, date }) => [
              new Segment('QTY', [code, value, unit]),
              new Segment('DTM', ['007', digits(date)]),
            ]),
          ]),
          new Segment('CTT', [String(lines.length)]),
        ];
        const text = sentAsX12({ ok: true, body }, { type: '846', group: 'IB', version });
        const mapped = read846(transactionOf(text));
        expect(mapped.unmapped).toEqual([]);
        expect(documentOf(mapped).lines).toMatchObject(
          lines.map(({ number, figures: all }, i) => ({
            lineNumber: String(i + 1),
            item: [{ scheme: 'supplier-item', value: number }],
            quantities: all.map(({ code, value, unit, date }) => ({
              code,
              quantity: { value, unit: x12Units.get(unit) },
              dates: [{ event: 'as_of', code: '007', date }],
            })),
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each(['D96A', 'D01B'])('[S1] every quantity of an INVRPT %s comes in at its item', (directory) => {
    fc.assert(
      fc.property(stocked(['145', '17', '73', '66', '198', '999'], edifactUnits), (lines) => {
        const body = [
          new Segment('BGM', ['35', 'STOCK-1', '9']),
          new Segment('DTM', [['137', '20261121', '102']]),
          ...lines.flatMap(({ number, figures: all }, i) => [
            new Segment('LIN', [String(i + 1), '', [number, 'SA']]),
            ...all.flatMap(({ code, value, unit, date }) => [
              ...(directory === 'D01B' ? [new Segment('INV', ['2'])] : []),
              new Segment('QTY', [[code, value, unit]]),
              new Segment('DTM', [['7', digits(date), '102']]),
            ]),
          ]),
        ];
        const mapped = readInvrpt(transactionOf(sentAsEdifact({ ok: true, body }, 'INVRPT', directory)));
        expect(mapped.unmapped).toEqual([]);
        expect(documentOf(mapped).lines).toMatchObject(
          lines.map(({ number, figures: all }, i) => ({
            lineNumber: String(i + 1),
            item: [{ scheme: 'supplier-item', value: number }],
            quantities: all.map(({ code, value, unit, date }) => ({
              code,
              quantity: { value, unit: edifactUnits.get(unit) },
              dates: [{ event: 'as_of', code: '7', date }],
            })),
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('[S1] what is on hand is not taken for what may be sold', () => {
    const states = (mapped: ReturnType<typeof read846>) =>
      documentOf(mapped).lines[0]?.quantities.map(({ state, code }) => [code, state]);
    expect(states(read846(transactionOf(stock)))).toEqual([
      ['33', 'available'],
      ['17', 'on_hand'],
      ['63', 'on_order'],
      ['27', 'allocated'],
      ['8A', 'other'],
    ]);
    expect(states(readInvrpt(transactionOf(report)))).toEqual([
      ['145', 'on_hand'],
      ['17', 'on_hold'],
      ['145', 'allocated'],
      ['73', 'on_order'],
      ['999', 'other'],
    ]);
  });

  test('[S1] a quantity is where it says, else where its line says', () => {
    const places = documentOf(readInvrpt(transactionOf(report))).lines[0]?.quantities.map(
      ({ location }) => location?.identifiers[0]?.value,
    );
    expect(places).toEqual(['4098765000027', 'DOCK', 'MAIN', 'MAIN', 'MAIN']);
    const [first, second] = documentOf(read846(transactionOf(stock))).lines;
    expect(first?.parties).toMatchObject([{ name: 'Main store' }]);
    expect(first?.quantities[3]?.location?.name).toBe('East store');
    expect(second?.quantities).toMatchObject([
      { quantity: { value: '80', unit: 'XCS' }, location: { identifiers: [{ value: 'WH-E' }] } },
      { quantity: { value: '40', unit: 'XCS' }, location: { identifiers: [{ value: 'WH-W' }] } },
    ]);
  });

  test('[S1] a place within the locations of an SDQ is no location of its own', () => {
    const ten = Array.from({ length: 10 }, (_, i) => `WH-${i}*${i}`).join('*');
    const mapped = read846(transactionOf(changed(stock, 'WH-E*80*WH-W*40', `${ten}*SHELF`)));
    expect(documentOf(mapped).lines[1]?.quantities).toHaveLength(10);
    expect(unmappedOf(mapped)).toContain('SDQ23 SHELF');
  });

  test('[S1] a unit that the quantity leaves out is the one of its line', () => {
    const [line] = documentOf(read846(transactionOf(stock))).lines;
    expect(line?.quantities[1]?.quantity).toEqual({ value: '6000', unit: 'EA' });
    const [without] = documentOf(read846(transactionOf(changed(stock, 'UIT*EA~\n', '')))).lines;
    expect(without?.quantities[1]?.quantity).toEqual({ value: '6000' });
  });

  test('[S1] what the stock report holds nothing of is named', () => {
    expect(unmappedOf(read846(transactionOf(stock)))).toEqual([
      'PER IC Stock desk TE 5550100',
      'REF WS EAST',
      'QTY 33 unknown',
    ]);
    expect(unmappedOf(readInvrpt(transactionOf(report)))).toEqual([
      'RFF AAK:SH-1',
      'DTM 171:20261204:102',
      'STS 1',
      'DTM1 202611300800',
    ]);
  });

  test.each([
    ['QTY*33*5200*EA', 'QTY*33*5200*QQ', 'QTY/3 is no unit of measure that is known here'],
    ['UIT*EA', 'UIT*QQ', 'UIT/1 is no unit of measure that is known here'],
    ['SDQ*CA', 'SDQ*QQ', 'SDQ/1 is no unit of measure that is known here'],
    ['CTT*2', 'CTT*3', 'CTT/1 is not the number of lines, which is 2'],
    ['CUR*SE*USD', 'CUR*SE*XTS', 'CUR/2 is no currency that is known here'],
    [
      'CTP**CON*0.12*480*EA',
      'CTP**CON*0.12*480*EA****PP',
      'CTP/9 is a basis of price that is not known here: a price per what?',
    ],
  ])('[S1] of an 846, %s as %s is a fault', (from, to, expected) => {
    expect(faultsOf(read846(transactionOf(changed(stock, from, to))))).toEqual([expected]);
  });

  test.each([
    ['QTY+17:12:PCE', 'QTY+17:12:QQQ', 'QTY/1.3 is no unit of measure that is known here'],
    ['DTM+7:20261120:102', 'DTM+7:202647:616', 'DTM/1.2 is no day in format 616 (102, 203, 204)'],
    ['CUX+2:EUR:9', 'CUX+2:XTS:9', 'CUX/1.2 is no currency that is known here'],
  ])('[S1] of an INVRPT, %s as %s is a fault', (from, to, expected) => {
    expect(faultsOf(readInvrpt(transactionOf(changed(report, from, to))))).toEqual([expected]);
  });
});

describe('what suppliers ask', () => {
  const bases: Readonly<Record<string, string>> = { '1': '', '100': 'HP', '1000': 'TP' };

  test.each(['004010', '005010'])(
    '[C6] every price of an 832 %s comes in with its quantity, break and validity',
    (version) => {
      fc.assert(
        fc.property(priced(x12Units), (lines) => {
          const body = [
            new Segment('BCT', ['PC', 'CAT-1']),
            ...lines.flatMap(({ number, prices }, i) => [
              new Segment('LIN', [String(i + 1), 'VP', number]),
              ...prices.flatMap(({ amount, per, unit, from, first, last }) => [
                new Segment('CTP', ['', 'CON', amount, from, unit, '', '', '', bases[per] ?? '']),
                new Segment('DTM', ['007', digits(first)]),
                new Segment('DTM', ['036', digits(last)]),
              ]),
            ]),
            new Segment('CTT', [String(lines.length)]),
          ];
          const text = sentAsX12({ ok: true, body }, { type: '832', group: 'SC', version });
          const mapped = read832(transactionOf(text));
          expect(mapped.unmapped).toEqual([]);
          expect(documentOf(mapped).lines).toMatchObject(
            lines.map(({ number, prices }) => ({
              item: [{ scheme: 'supplier-item', value: number }],
              prices: prices.map(({ amount, per, unit: code, from, first, last }) => {
                const unit = x12Units.get(code);
                return {
                  amount,
                  kind: 'net',
                  per: { value: per, unit },
                  from: { value: from, unit },
                  validity: { from: first, to: last },
                };
              }),
            })),
          );
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(['D96A', 'D01B'])(
    '[C6] every price of a PRICAT %s comes in with its quantity, break and validity',
    (directory) => {
      fc.assert(
        fc.property(priced(edifactUnits), (lines) => {
          const body = [
            new Segment('BGM', ['9', 'CAT-1', '9']),
            new Segment('DTM', [['137', '20261121', '102']]),
            new Segment('PGI', ['2']),
            ...lines.flatMap(({ number, prices }, i) => [
              new Segment('LIN', [String(i + 1), '1', [number, 'SA']]),
              ...prices.flatMap(({ amount, per, unit, from, first, last }) => [
                new Segment('PRI', [['AAA', amount, 'CT', '', per, unit]]),
                new Segment('RNG', ['4', [unit, from]]),
                new Segment('DTM', [['157', digits(first), '102']]),
                new Segment('DTM', [['36', digits(last), '102']]),
              ]),
            ]),
          ];
          const mapped = readPricat(transactionOf(sentAsEdifact({ ok: true, body }, 'PRICAT', directory)));
          expect(mapped.unmapped).toEqual([]);
          expect(documentOf(mapped).lines).toMatchObject(
            lines.map(({ number, prices }) => ({
              item: [{ scheme: 'supplier-item', value: number }],
              status: { meaning: 'added' },
              prices: prices.map(({ amount, per, unit: code, from, first, last }) => {
                const unit = edifactUnits.get(code);
                return {
                  amount,
                  kind: 'net',
                  per: { value: per, unit },
                  from: { value: from, unit },
                  validity: { from: first, to: last },
                };
              }),
            })),
          );
        }),
        { numRuns: 60 },
      );
    },
  );

  test('[C6] net, list and retail prices are told apart by their codes, which are kept', () => {
    const kinds = (mapped: ReturnType<typeof read832>) =>
      documentOf(mapped).lines[0]?.prices.map(({ kind, code }) => [code, kind]);
    expect(kinds(read832(transactionOf(catalog)))).toEqual([
      ['CON', 'net'],
      ['CON', 'net'],
      ['ICL', 'other'],
      ['MSR', 'retail'],
      ['LPR', 'list'],
    ]);
    expect(kinds(readPricat(transactionOf(pricat)))).toEqual([
      ['AAA', 'net'],
      ['AAA', 'net'],
      ['AAE', 'retail'],
      ['AAB', 'list'],
    ]);
  });

  test('[C6] a price up to a quantity ends there, and three for ten is a price per three', () => {
    const prices = (text: string) => documentOf(read832(transactionOf(text))).lines[0]?.prices ?? [];
    expect(prices(catalog)[2]).toMatchObject({ code: 'ICL', to: { value: '479', unit: 'EA' } });
    expect(prices(catalog)[2]).not.toHaveProperty('from');
    expect(prices(changed(catalog, '***7*12~', '****3~'))[4]).toMatchObject({
      amount: '3',
      per: { value: '3' },
    });
  });

  test('[C6] a currency stated with a price comes before the one of its line, group and catalog', () => {
    const { currency, lines } = documentOf(readPricat(transactionOf(pricat)));
    expect(currency).toBe('USD');
    expect(lines[0]?.prices.map((price) => price.currency)).toEqual(['EUR', 'USD', 'EUR', 'EUR']);
    expect(lines[1]?.prices.map((price) => price.currency)).toEqual([undefined]);
    expect(documentOf(read832(transactionOf(catalog))).lines[0]?.prices[1]?.currency).toBe('EUR');
  });

  test('[S1] lines are added, changed and deleted, and a code that says anything else is kept', () => {
    const statuses = (mapped: ReturnType<typeof read832>) =>
      documentOf(mapped).lines.map(({ status }) => [status?.code, status?.meaning]);
    expect(statuses(read832(transactionOf(catalog)))).toEqual([
      ['001', 'changed'],
      ['021', 'added'],
      ['002', 'deleted'],
      ['030', 'other'],
    ]);
    expect(statuses(readPricat(transactionOf(pricat)))).toEqual([
      ['3', 'changed'],
      ['1', 'added'],
      ['2', 'deleted'],
      ['4', 'unchanged'],
      ['23', 'other'],
    ]);
  });

  test('[S1] lead times say of what they are the time; packs what is in them', () => {
    const { leadTimes, lines } = documentOf(read832(transactionOf(catalog)));
    expect(leadTimes).toEqual([{ code: 'AF', until: 'delivery', value: '3', unit: 'week', unitCode: 'WK' }]);
    expect(lines[0]?.leadTimes).toMatchObject([
      { until: 'shipment', value: '10', unit: 'day', from: '2027-02-01' },
    ]);
    expect(lines[0]?.packs).toEqual([
      { count: '10', size: { value: '48', unit: 'EA' }, inner: '6', packaging: 'CTN25' },
    ]);
    const [first, second, , , part] = documentOf(readPricat(transactionOf(pricat))).lines;
    expect(first?.packs).toEqual([{ count: '48', size: { value: '1', unit: 'EA' }, packaging: 'CT' }]);
    expect(second?.packs).toEqual([{ count: '24' }, { packaging: 'BX' }, { packaging: '201' }]);
    expect(first).toMatchObject({ minimumOrder: { value: '480' }, maximumOrder: { value: '9600' } });
    expect(part).toMatchObject({ partOf: '2' });
  });

  test('[S1] what holds for a product group holds for its lines, unless they say otherwise', () => {
    const [first, second, , , inOther] = documentOf(readPricat(transactionOf(pricat))).lines;
    expect(first?.validity).toEqual({ from: '2027-02-01', to: '2027-06-30' });
    expect(second?.validity).toEqual({ from: '2027-01-01', to: '2027-06-30' });
    expect(inOther?.validity).toEqual({});
  });

  test('[S1] what the catalog holds nothing of is named', () => {
    expect(unmappedOf(read832(transactionOf(catalog)))).toEqual([
      'BCT9 2027 prices',
      'N9 ZZ terms',
      'CTB OR multiples of a case',
      'PID S AB 1234',
      'PO46 2.5',
      'PO47 KG',
      'TD4 SH',
      'CTP10 7',
    ]);
    expect(unmappedOf(readPricat(transactionOf(pricat)))).toEqual([
      'QTY 1:5',
      'PRI AAB:1',
      'IMD C CU::9',
      'TAX 7 VAT :::21 S',
      'PRI INV',
      'PAC3 9',
      'QTY 45E:24',
    ]);
  });

  test.each([
    ['CTP**UCP*31*1*CA', 'CTP**UCP*31*1*QQ', 'CTP/5 is no unit of measure that is known here'],
    ['PO4*10*48*EA', 'PO4*10*48*QQ', 'PO4/3 is no unit of measure that is known here'],
    ['EA****HP', 'EA****PP', 'CTP/9 is a basis of price that is not known here: a price per what?'],
    ['CUR*SE*EUR', 'CUR*SE*XTS', 'CUR/2 is no currency that is known here'],
    ['CTT*4', 'CTT*5', 'CTT/1 is not the number of lines, which is 4'],
  ])('[S1] of an 832, %s as %s is a fault', (from, to, expected) => {
    expect(faultsOf(read832(transactionOf(changed(catalog, from, to))))).toEqual([expected]);
  });

  test.each([
    ['31:::1:CS', '31:::1:QQQ', 'PRI/1.6 is no unit of measure that is known here'],
    ['RNG+4+PCE:4800', 'RNG+4+QQQ:4800', 'RNG/2 is no unit of measure that is known here'],
    ['DTM+273:2027010120270630', 'DTM+273:2027010120270631', 'DTM/1.2 is no period written CCYYMMDDCCYYMMDD'],
    ['QTY+53:480:PCE', 'QTY+53:480:QQQ', 'QTY/1.3 is no unit of measure that is known here'],
  ])('[S1] of a PRICAT, %s as %s is a fault', (from, to, expected) => {
    expect(faultsOf(readPricat(transactionOf(changed(pricat, from, to))))).toEqual([expected]);
  });
});
