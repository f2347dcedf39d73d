import { describe, expect, it } from 'vitest';
import { catalogOffered, type OfferContext, stockOffered } from '#business/purchasing/rules/offered.ts';
import type {
  CatalogLine,
  CatalogPrice,
  LeadTime,
  SupplierCatalog,
} from '#core/canonical/supplier-catalog.ts';
import type { StockLine, SupplierStock } from '#core/canonical/supplier-stock.ts';

const item = { baseUnit: 'EA', packs: [{ unit: 'XCS', holds: '48' }] } as const;
const context: OfferContext = { item, orderUnit: 'XCS', currency: 'EUR', today: '2026-12-01' };

type Counted = StockLine['quantities'][number];
const counted = (state: Counted['state'], value: string, differing: Partial<Counted> = {}): Counted => ({
  state,
  code: '33',
  quantity: { value, unit: 'EA' },
  dates: [],
  schedule: [],
  ...differing,
});
const asOf = (date: string) => ({ event: 'as_of', code: '405', date }) as const;
const expected = (date: string) => ({ event: 'expected', code: '2', date }) as const;

function stock(
  quantities: readonly Counted[],
  line: Partial<StockLine> = {},
  report: Partial<SupplierStock> = {},
) {
  const whole: StockLine = {
    item: [],
    quantities: [...quantities],
    prices: [],
    leadTimes: [],
    dates: [],
    parties: [],
    references: [],
    ...line,
  };
  const document: SupplierStock = {
    standard: 'x12',
    dates: [],
    parties: [],
    references: [],
    lines: [],
    ...report,
  };
  const offered = stockOffered(whole, document, context);
  return (
    offered?.available &&
    [offered.available.quantity.value, offered.available.quantity.unit, offered.available.asOf].join(' ')
  );
}

describe('what a supplier has of an item', () => {
  const east = { location: { code: 'E', identifiers: [] } };
  const { code: _code, ...uncoded } = counted('available', '5');
  it.each<readonly [string, readonly Counted[], string | undefined]>([
    ['what may be sold', [counted('on_hand', '100'), counted('available', '60')], '60 EA 2026-12-01'],
    [
      'what is there, where that is all it says',
      [counted('on_hand', '100'), counted('allocated', '40')],
      '100 EA 2026-12-01',
    ],
    ['nothing of either', [counted('on_order', '100')], undefined],
    [
      'all places together',
      [counted('available', '60', east), counted('available', '7', east)],
      '67 EA 2026-12-01',
    ],
    [
      'the total before its places',
      [counted('available', '60', east), counted('available', '70')],
      '70 EA 2026-12-01',
    ],
    ['the total before quantities by location', [uncoded, counted('available', '70')], '70 EA 2026-12-01'],
    ['quantities by location alone', [uncoded, uncoded], '10 EA 2026-12-01'],
    [
      'cases as pieces',
      [counted('available', '2', { quantity: { value: '2', unit: 'XCS' } })],
      '96 EA 2026-12-01',
    ],
    [
      'no unit is that of orders',
      [counted('available', '2', { quantity: { value: '2' } })],
      '96 EA 2026-12-01',
    ],
    [
      'in a unit it does not have',
      [counted('available', '2', { quantity: { value: '2', unit: 'KGM' } })],
      undefined,
    ],
  ])('[C6] %s', (_, quantities, available) => {
    expect(stock(quantities)).toBe(available);
  });

  it('[C6] a unit that an item does not have is no stock of nothing', () => {
    const line = (unit: 'KGM' | 'EA', state: Counted['state']) =>
      stockOffered(
        {
          item: [],
          quantities: [counted(state, '2', { quantity: { value: '2', unit } })],
          prices: [],
          leadTimes: [],
          dates: [],
          parties: [],
          references: [],
        },
        { standard: 'x12', dates: [], parties: [], references: [], lines: [] },
        context,
      );
    expect(line('KGM', 'available')).toBeUndefined();
    expect(line('EA', 'on_order')).toEqual({});
  });

  it.each<
    readonly [string, readonly Counted['dates'][number][], Partial<StockLine>, Partial<SupplierStock>, string]
  >([
    [
      'the quantity',
      [expected('2026-12-30'), asOf('2026-11-25')],
      { dates: [asOf('2026-11-26')] },
      {},
      '2026-11-25',
    ],
    ['the line', [], { dates: [asOf('2026-11-26')] }, { dates: [asOf('2026-11-27')] }, '2026-11-26'],
    ['the report', [], {}, { dates: [asOf('2026-11-27')], issuedOn: '2026-11-28' }, '2026-11-27'],
    ['the day of the report', [expected('2026-12-30')], {}, { issuedOn: '2026-11-28' }, '2026-11-28'],
    ['nobody: today', [], {}, {}, '2026-12-01'],
  ])('[C6] as of when is said by %s', (_, dates, line, report, day) => {
    expect(stock([counted('available', '1', { dates: [...dates] })], line, report)).toBe(`1 EA ${day}`);
  });
});

describe('what a catalog says of an item', () => {
  const priced = (amount: string, differing: Partial<CatalogPrice> = {}): CatalogPrice => ({
    amount,
    per: { value: '1', unit: 'EA' },
    kind: 'net',
    validity: {},
    ...differing,
  });
  const takes = (
    value: string,
    unit: LeadTime['unit'] = 'day',
    until: LeadTime['until'] = 'shipment',
  ): LeadTime => ({
    code: 'AF',
    until,
    value,
    unit,
    unitCode: 'DA',
  });
  const offered = (line: Partial<CatalogLine>, catalog: Partial<SupplierCatalog> = {}) =>
    catalogOffered(
      { item: [], packs: [], prices: [], leadTimes: [], validity: {}, references: [], notes: [], ...line },
      {
        standard: 'x12',
        validity: {},
        parties: [],
        references: [],
        leadTimes: [],
        notes: [],
        lines: [],
        ...catalog,
      },
      context,
    );
  const amount = (...prices: CatalogPrice[]) => offered({ prices }).price?.amount;
  const from = (value: string) => ({ from: { value } });

  it.each<readonly [string, readonly CatalogPrice[], string | undefined]>([
    ['the net price before the list price', [priced('2', { kind: 'list' }), priced('1')], '1'],
    [
      'the list price where there is no net one',
      [priced('9', { kind: 'retail' }), priced('2', { kind: 'list' })],
      '2',
    ],
    [
      'no price that is neither',
      [priced('9', { kind: 'retail' }), priced('8', { kind: 'other' })],
      undefined,
    ],
    [
      'that of the smallest quantity',
      [priced('3', from('100')), priced('4', from('10')), priced('2', from('1000'))],
      '4',
    ],
    ['that of any quantity', [priced('4', from('10')), priced('5')], '5'],
    [
      'one that holds today',
      [
        priced('1', { validity: { to: '2026-11-30' } }),
        priced('2', { validity: { from: '2026-12-02' } }),
        priced('3', { validity: { from: '2026-12-01', to: '2026-12-01' } }),
      ],
      '3',
    ],
    [
      'none that is to be multiplied',
      [priced('1', { multiplier: { code: 'DIS', value: '0.9' } }), priced('2')],
      '2',
    ],
  ])('[C6] %s', (_, prices, price) => {
    expect(amount(...prices)).toBe(price);
    expect(amount(...prices.toReversed())).toBe(price);
  });

  it('[C6] a price is in its own currency, that of the catalog, or that of the item’s terms', () => {
    const currencyOf = (price: Partial<CatalogPrice>, catalog: Partial<SupplierCatalog>) =>
      offered({ prices: [priced('1', price)] }, catalog).price?.currency;
    expect(currencyOf({ currency: 'USD' }, { currency: 'GBP' })).toBe('USD');
    expect(currencyOf({}, { currency: 'GBP' })).toBe('GBP');
    expect(currencyOf({}, {})).toBe('EUR');
  });

  it('[C6] a price without a unit is per that of orders', () => {
    expect(offered({ prices: [priced('1', { per: { value: '10' } })] }).price?.per).toEqual({
      value: '10',
      unit: 'XCS',
    });
    expect(offered({ prices: [priced('1')] }).price?.per).toEqual({ value: '1', unit: 'EA' });
  });

  it('[C6] it holds as the price says, else the line, else the catalog', () => {
    const catalog = { validity: { from: '2026-01-01', to: '2026-12-31' } };
    const line = { validity: { from: '2026-02-01' } };
    const price = [priced('1', { validity: { from: '2026-03-01' } })];
    expect(offered({}, catalog)).toEqual({
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      discontinued: false,
    });
    expect(offered(line, catalog)).toMatchObject({ validFrom: '2026-02-01', validTo: '2026-12-31' });
    expect(offered({ ...line, prices: price }, catalog)).toMatchObject({
      validFrom: '2026-03-01',
      validTo: '2026-12-31',
    });
    expect(offered({})).toEqual({ discontinued: false });
  });

  it('[C6] what it takes out is discontinued, what it adds or changes is not', () => {
    const status = (meaning: 'deleted' | 'changed') =>
      offered({ status: { code: '2', meaning } }).discontinued;
    expect([status('deleted'), status('changed')]).toEqual([true, false]);
  });

  it.each<readonly [string, readonly LeadTime[], readonly LeadTime[], number | undefined]>([
    ['days', [takes('5')], [takes('9')], 5],
    ['weeks', [takes('2', 'week')], [], 14],
    ['parts of a day are a day', [takes('0.5', 'week')], [], 4],
    ['to shipment before to delivery', [takes('9', 'day', 'delivery')], [takes('5')], 5],
    ['to delivery', [takes('9', 'day', 'delivery'), takes('1', 'day', 'other')], [], 9],
    ['until something else happens', [takes('1', 'day', 'other')], [], undefined],
    ['months are no days', [takes('1', 'month')], [takes('9', 'day', 'delivery')], 9],
    ['months alone', [takes('1', 'month'), takes('1', 'other', 'delivery')], [], undefined],
    ['none', [takes('0')], [], 0],
    ['two years', [takes('730')], [], 730],
    ['more is no lead time', [takes('730.1')], [], undefined],
    ['less than none neither', [takes('-2')], [], undefined],
    ['not said', [], [], undefined],
  ])('[C6] how long it takes: %s', (_, leadTimes, ofCatalog, days) => {
    expect(offered({ leadTimes: [...leadTimes] }, { leadTimes: [...ofCatalog] }).leadTimeDays).toBe(days);
  });
});
