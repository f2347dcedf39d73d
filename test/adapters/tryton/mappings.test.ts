import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type CategoryRow, categoryPath, categoryRow } from '#adapters/tryton/categories.ts';
import { orderPointRow, toPolicy } from '#adapters/tryton/inventory-policies.ts';
import { toPosition } from '#adapters/tryton/inventory-positions.ts';
import { productRow, toItem } from '#adapters/tryton/items.ts';
import { toLocation, warehouseRow } from '#adapters/tryton/locations.ts';
import { orderLineRow, orderRow, receiptRow, toPurchaseOrder } from '#adapters/tryton/purchase-orders.ts';
import { shelvesOf, storageRow } from '#adapters/tryton/shelves.ts';
import { termsRow, toSupplierTerms } from '#adapters/tryton/supplier-terms.ts';
import { partyRow, toSupplier } from '#adapters/tryton/suppliers.ts';

/** Rows as a Tryton 8.2 answered them. */
const folder = new URL('../../fixtures/tryton/', import.meta.url);
const recorded = <Row>(name: string, row: z.ZodType<Row>): Row[] =>
  z.array(row).parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
const golden = (name: string): string => new URL(`${name}.golden.json`, folder).pathname;
const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const products = recorded('products', productRow);
const categories = new Map(recorded('categories', categoryRow).map((row) => [row.id, row]));
const warehouses = recorded('warehouses', warehouseRow);

describe('what Tryton answers, as canonical candidates', () => {
  it('[C3] items: hierarchy, units, packs, status, GTIN', async () => {
    const items = products.map((row) => toItem(row, { system: 'tryton', categories }));
    await expect(text(items)).toMatchFileSnapshot(golden('items'));
  });

  it('[C3] suppliers', async () => {
    const suppliers = recorded('parties', partyRow).map((row) =>
      toSupplier(row, { system: 'tryton', currency: 'USD' }),
    );
    await expect(text(suppliers)).toMatchFileSnapshot(golden('suppliers'));
  });

  it('[C3] locations: region by address, kind by name', async () => {
    const locations = warehouses.map((row) => toLocation(row, { system: 'tryton', company: '1' }));
    await expect(text(locations)).toMatchFileSnapshot(golden('locations'));
  });

  it('[C3] terms: the price at the smallest order, inactive ones ended', async () => {
    const codes = new Map([1, 2, 3].map((id) => [id, `ITEM-${id}`]));
    const terms = recorded('terms', termsRow).flatMap((row) => toSupplierTerms(row, codes));
    await expect(text(terms)).toMatchFileSnapshot(golden('supplier-terms'));
  });

  it('[C3] policies: the least of an order point is the safety stock', async () => {
    const [point] = recorded('order-points', orderPointRow);
    const [product] = products;
    if (!product) throw new Error('there are recorded products');
    const policies = [toPolicy(product, 'NPT', point), toPolicy(product, 'SVL', undefined)];
    await expect(text(policies)).toMatchFileSnapshot(golden('inventory-policies'));
  });

  it('[C3] purchase orders: of others, open, part received and received', async () => {
    const lines = recorded('order-lines', orderLineRow);
    const moves = Map.groupBy(recorded('receipts', receiptRow), ({ origin }) => origin);
    const orders = recorded('orders', orderRow).map((row) => {
      const own = lines.filter(({ purchase }) => purchase === row.id);
      const receipts = new Map(own.map(({ id }) => [id, moves.get(`purchase.line,${id}`) ?? []]));
      return toPurchaseOrder(row, { lines: own, receipts });
    });
    await expect(text(orders)).toMatchFileSnapshot(golden('purchase-orders'));
  });
});

describe('what a golden file does not show', () => {
  const category = (id: number, parent: number | null, accounting = false): CategoryRow => ({
    id,
    parent,
    name: `C${id}`,
    accounting,
    write_date: null,
    create_date: null,
  });
  const path = (own: number[], ...known: CategoryRow[]) =>
    categoryPath(own, new Map(known.map((row) => [row.id, row]))).map(({ name }) => name);

  it('[M2] a circle of categories is walked until one comes the second time', () => {
    expect(path([1], category(1, 2), category(2, 3), category(3, 1))).toEqual(['C1', 'C3', 'C2', 'C1']);
  });

  it('[C1] accounting is no hierarchy, and of two categories the first by id counts', () => {
    expect(
      path([9, 5, 1], category(1, null, true), category(5, 4), category(4, null), category(9, null)),
    ).toEqual(['C4', 'C5']);
  });

  it('[C1] what is assigned is allocated, what stands on hold is on hold, and binary noise is none', () => {
    const shelves = { locationId: 'NPT', all: [1], hold: [2] };
    const stock = {
      onHand: new Map([[7, 0.1 + 0.2]]),
      unassigned: new Map([[7, 0.1]]),
      onHold: new Map([[7, 0.05]]),
    };
    const row = { id: 7, code: 'X', 'default_uom.': { symbol: 'kg' } };
    const position = toPosition(row, shelves, stock, { inTransit: 3, asOf: '2026-11-21T08:00:00.000Z' });
    expect(position).toMatchObject({
      id: 'X@NPT',
      body: { unit: 'KGM', onHand: '0.3', allocated: '0.2', onHold: '0.05', inTransit: '3' },
    });
  });

  it('[C1] the shelves of a warehouse are what it names and whatever stands below, each once', () => {
    const [warehouse] = warehouses;
    if (!warehouse) throw new Error('there are recorded warehouses');
    const { id, storage_location: storage, input_location: input } = warehouse;
    const place = (at: number, parent: number | null, code = '', type = 'storage') =>
      storageRow.parse({ id: at, parent, code, type });
    const places = [
      place(id, null, 'NPT', 'warehouse'),
      place(storage, null),
      place(input, id),
      place(900, storage, 'NPT-HOLD'),
      place(901, 900),
      place(902, null),
    ];
    const shelves = shelvesOf(warehouse, new Map(places.map((row) => [row.id, row])));
    expect(shelves.all.toSorted((a, b) => a - b)).toEqual(
      [storage, input, 900, 901].toSorted((a, b) => a - b),
    );
    expect(shelves.hold).toEqual([900]);
  });
});
