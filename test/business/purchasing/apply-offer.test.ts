import { describe, expect, it } from 'vitest';
import { applyOffer } from '#business/purchasing/apply-offer.ts';
import type { CatalogLine, SupplierCatalog } from '#core/canonical/supplier-catalog.ts';
import type { StockLine, SupplierStock } from '#core/canonical/supplier-stock.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';

const named = (value: string) => [{ scheme: 'buyer-item', value }];
const stockLine = (value: string, unit: 'EA' | 'XCS' = 'EA', item = 'I1'): StockLine => ({
  item: named(item),
  quantities: [{ state: 'available', code: '33', quantity: { value, unit }, dates: [], schedule: [] }],
  prices: [],
  leadTimes: [],
  dates: [],
  parties: [],
  references: [],
});
const stock = (...lines: StockLine[]): SupplierStock => ({
  standard: 'x12',
  issuedOn: '2026-11-22',
  dates: [],
  parties: [],
  references: [],
  lines,
});
const catalogLine = (amount: string, differing: Partial<CatalogLine> = {}): CatalogLine => ({
  item: named('I1'),
  packs: [],
  prices: [{ amount, per: { value: '1', unit: 'EA' }, kind: 'net', validity: {} }],
  leadTimes: [],
  validity: {},
  references: [],
  notes: [],
  ...differing,
});
const catalog = (...lines: CatalogLine[]): SupplierCatalog => ({
  standard: 'x12',
  validity: { from: '2026-12-01' },
  currency: 'EUR',
  parties: [],
  references: [],
  leadTimes: [],
  notes: [],
  lines,
});
const stockKind = { kind: 'supplier-stock' } as const;
const catalogKind = { kind: 'supplier-catalog' } as const;

async function offering() {
  const room = await supplierRoom();
  const offer = async (item = 'I1') => (await room.records.get('supplier-offer', `acme:${item}`))?.body;
  return { ...room, offer };
}

describe('what suppliers offer', () => {
  it('[C6] stock is kept in base units, as of its day', async () => {
    const room = await offering();
    await room.applied(applyOffer, stock(stockLine('10', 'XCS')), stockKind);
    expect(await room.offer()).toMatchObject({
      itemId: 'I1',
      available: { quantity: { value: '480', unit: 'EA' }, asOf: '2026-11-22' },
      differs: [],
    });
    expect(room.told('supplier-offer')).toEqual(['supplier-offer-changed']);
  });

  it('[C6] a catalog never overwrites master data: what differs is told the steward, once', async () => {
    const room = await offering();
    const leadTimes = [{ code: 'AF', until: 'shipment', value: '2', unit: 'week', unitCode: 'WK' }] as const;
    await room.applied(applyOffer, catalog(catalogLine('0.15', { leadTimes: [...leadTimes] })), catalogKind);
    expect(await room.offer()).toMatchObject({
      price: { amount: '0.15', currency: 'EUR' },
      leadTimeDays: 14,
      validFrom: '2026-12-01',
      differs: [
        'Offered at 0.15 EUR per 1 EA, known at 12.5 EUR per 100 EA.',
        'Offered within 14 days, known with 5.',
      ],
    });
    expect(await room.exceptions('steward')).toMatchObject([{ kind: 'offer-differs', evidence: [{}, {}] }]);
    expect((await room.records.get('supplier-terms', 'S1:I1'))?.body).toMatchObject({
      price: { amount: '12.5' },
      leadTimeDays: 5,
    });
  });

  it('[C6] the same price on another basis is no difference; stock and price stand beside each other', async () => {
    const room = await offering();
    await room.applied(applyOffer, catalog(catalogLine('0.125')), catalogKind);
    await room.applied(applyOffer, stock(stockLine('7')), stockKind);
    expect(await room.offer()).toMatchObject({
      differs: [],
      price: { amount: '0.125' },
      available: { quantity: { value: '7' } },
    });
    expect(await room.exceptions('steward')).toEqual([]);
  });

  it('[C2] an older report never takes the place of a newer one', async () => {
    const room = await offering();
    await room.applied(applyOffer, stock(stockLine('7')), { ...stockKind, ordinal: '2026-12-02#2' });
    await room.applied(applyOffer, stock(stockLine('9')), { ...stockKind, ordinal: '2026-12-01#1' });
    expect((await room.offer())?.available?.quantity.value).toBe('7');
  });

  it('[C6] lines about items that are none of ours are passed over and noted; the others count', async () => {
    const room = await offering();
    const id = await room.applied(applyOffer, stock(stockLine('7', 'EA', 'X9'), stockLine('8')), stockKind);
    expect((await room.offer())?.available?.quantity.value).toBe('8');
    expect(await room.document(id)).toMatchObject({ state: 'applied', findings: [{ code: 'code-unknown' }] });
  });

  it('[C6] an item that is offered no longer and still bought is told', async () => {
    const room = await offering();
    const status = { code: '3', meaning: 'deleted' } as const;
    await room.applied(applyOffer, catalog(catalogLine('0.125', { status })), catalogKind);
    expect(await room.offer()).toMatchObject({
      discontinued: true,
      differs: ['No longer offered, and still bought.'],
    });
  });
});
