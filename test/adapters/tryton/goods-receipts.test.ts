import { describe, expect, it } from 'vitest';
import { type MovementRow, type ShipmentRow, toGoodsReceipt } from '#adapters/tryton/goods-receipts.ts';

const stamped = { write_date: '2026-11-23T08:00:00.000000Z', create_date: '2026-11-23T07:00:00.000000Z' };
const shipment: ShipmentRow = {
  id: 3,
  number: 'IN-3',
  state: 'done',
  effective_date: '2026-11-23',
  'supplier.': { id: 2, code: 'S1' },
  'warehouse.': { id: 4, code: 'HAM' },
  'warehouse_input.': { id: 40 },
  ...stamped,
};
const move = (id: number, differing: Partial<MovementRow> = {}): MovementRow => ({
  id,
  shipment: 'stock.shipment.in,3',
  origin: 'purchase.line,70',
  state: 'done',
  internal_quantity: 48,
  effective_date: '2026-11-23',
  'product.': { id: 5, code: 'I1', 'default_uom.': { id: 1, symbol: 'u' } },
  'from_location.': { id: 30 },
  'to_location.': { id: 40, code: 'HAM-IN', type: 'storage', waste_warehouses: [] },
  ...stamped,
  ...differing,
});
const putAway = (id: number, count: number, to: Partial<MovementRow['to_location.']>, origin: string) =>
  move(id, {
    origin,
    internal_quantity: count,
    'from_location.': { id: 40 },
    'to_location.': { id: 41, code: 'HAM-STO', type: 'storage', waste_warehouses: [], ...to },
  });
const lineOf = (origin: string | null) =>
  origin === 'purchase.line,70' ? { purchase: 7, lineNumber: 2 } : undefined;
const receiptOf = (row: ShipmentRow, ...moves: MovementRow[]) => toGoodsReceipt(row, moves, lineOf);

const places: readonly (readonly [string, Partial<MovementRow['to_location.']>])[] = [
  ['on hold', { code: 'HAM-HOLD' }],
  ['among what is lost', { type: 'lost_found' }],
  ['to waste', { waste_warehouses: [4] }],
];

describe('a supplier shipment of the ERP as a goods receipt', () => {
  it('[S7] what came in counts once, whatever is put away of it', () => {
    const receipt = receiptOf(shipment, move(1), putAway(2, 48, {}, 'stock.move,1'));
    expect(receipt).toMatchObject({
      ...{ nativeId: '3', number: 'IN-3', state: 'received', supplierId: 'S1', locationId: 'HAM' },
      sourceVersion: '2026-11-23T08:00:00.000000Z',
    });
    expect(receipt.lines).toEqual([
      {
        ...{ orderNativeId: '7', lineNumber: 2, itemId: 'I1', damaged: '0' },
        quantity: { value: '48', unit: 'EA' },
      },
    ]);
  });

  for (const [place, to] of places) {
    it(`[S7] what is put ${place} is damaged`, () => {
      const moves = [move(1), putAway(2, 47, {}, 'stock.move,1'), putAway(3, 1, to, 'stock.move,1')];
      expect(receiptOf(shipment, ...moves).lines).toMatchObject([{ damaged: '1' }]);
    });
  }

  it('[S7] damage counts where it came in, or else at the first line of the product', () => {
    const named = [move(1), move(2), putAway(3, 1, { code: 'HAM-HOLD' }, 'stock.move,2')];
    expect(receiptOf(shipment, ...named).lines.map(({ damaged }) => damaged)).toEqual(['0', '1']);
    const unnamed = [move(1), move(2), putAway(3, 1, { code: 'HAM-HOLD' }, '')];
    expect(receiptOf(shipment, ...unnamed).lines.map(({ damaged }) => damaged)).toEqual(['1', '0']);
  });

  it('[S7] a cancelled shipment names what did not come after all', () => {
    const receipt = receiptOf({ ...shipment, state: 'cancelled' }, move(1, { state: 'cancelled' }));
    expect(receipt).toMatchObject({ state: 'cancelled', lines: [{ orderNativeId: '7', lineNumber: 2 }] });
  });

  it('[S7] what came for no order is a line without one', () => {
    const [line] = receiptOf(shipment, move(1, { origin: null })).lines;
    expect(line).toMatchObject({ itemId: 'I1' });
    expect(line?.orderNativeId).toBeUndefined();
  });
});
