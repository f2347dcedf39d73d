import * as z from 'zod';
import type { Shelves } from './inventory-positions.ts';
import { locationIdOf, type WarehouseRow } from './locations.ts';
import { type Reading, withInactive } from './read-rows.ts';

export const storageRow = z.object({
  id: z.int(),
  code: z.string().nullable(),
  parent: z.int().nullable(),
  type: z.string(),
});
export type StorageRow = z.infer<typeof storageRow>;

/** Every place that can be in a warehouse. */
export const storages: Reading<StorageRow> = {
  model: 'stock.location',
  domain: [['type', 'in', ['storage', 'view', 'warehouse']]],
  fields: ['code', 'parent', 'type'],
  row: storageRow,
  context: withInactive,
};

/** Tryton has no blocked stock: a place whose code ends so holds what may not be used. */
const HOLD = /-hold$/i;

export const isHold = (code: string | null): boolean => HOLD.test(code ?? '');

/** Which storage locations belong to a warehouse: those it names, and whatever stands below it or them. */
export function shelvesOf(warehouse: WarehouseRow, places: ReadonlyMap<number, StorageRow>): Shelves {
  const { id, input_location, output_location, storage_location } = warehouse;
  const roots = new Set([id, input_location, output_location, storage_location]);
  const belongs = (place: StorageRow): boolean => {
    let at: StorageRow | undefined = place;
    for (let level = 0; at && level < 50; level += 1) {
      if (roots.has(at.id)) return true;
      at = at.parent === null ? undefined : places.get(at.parent);
    }
    return false;
  };
  const shelves = [...places.values()].filter((place) => place.type === 'storage' && belongs(place));
  return {
    locationId: locationIdOf(warehouse),
    all: shelves.map((place) => place.id),
    hold: shelves.filter(({ code }) => isHold(code)).map((place) => place.id),
  };
}
