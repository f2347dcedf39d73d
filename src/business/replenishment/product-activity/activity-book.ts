import type { InventoryPosition } from '#core/canonical/inventory.ts';
import { type ActivityKind, activityKinds, type ProductActivity } from '#core/canonical/product-activity.ts';
import { decimalText, type Micros, micros, ZERO } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

interface Entry {
  readonly unit: UnitCode;
  readonly kinds: Map<ActivityKind, Micros>;
}

type Locations = ProductActivity['locations'];

/**
 * Gathers what is known of items at locations, in the item's base unit. What was never noted stays unknown; an item
 * with a position has its orders and receipts counted from zero.
 */
export function activityBook() {
  const places = new Map<string, Map<string, Entry>>();
  const entryOf = (locationId: string, itemId: string, unit: UnitCode): Entry => {
    const items = places.get(locationId) ?? new Map<string, Entry>();
    places.set(locationId, items);
    const entry = items.get(itemId) ?? { unit, kinds: new Map() };
    items.set(itemId, entry);
    return entry;
  };
  const add = (place: Place, kind: ActivityKind, amount: Micros): void => {
    const { kinds } = entryOf(place.locationId, place.itemId, place.unit);
    kinds.set(kind, (kinds.get(kind) ?? ZERO) + amount);
  };
  return {
    addPosition: (position: InventoryPosition): void => {
      const [onHand, onHold] = [micros(position.onHand), micros(position.onHold)];
      const allocated = micros(position.allocated);
      add(position, 'on_hand', onHand);
      add(position, 'available', onHand - onHold - allocated);
      add(position, 'allocated', allocated);
      add(position, 'on_hold', onHold);
      add(position, 'in_transit', micros(position.inTransit));
      add(position, 'on_order', ZERO);
      add(position, 'received', ZERO);
    },
    add,
    /** In the order of their ids; undefined when nothing is known of anything. */
    locations: (): Locations | undefined => {
      const all = inOrder(places).map(([locationId, items]) => ({
        locationId,
        items: inOrder(items).map(([itemId, { unit, kinds }]) => ({
          itemId,
          unit,
          activities: activityKinds.flatMap((kind) => {
            const quantity = kinds.get(kind);
            return quantity === undefined ? [] : [{ kind, quantity: decimalText(quantity) }];
          }),
        })),
      }));
      return all.length === 0 ? undefined : all;
    },
  };
}

export type ActivityBook = ReturnType<typeof activityBook>;

interface Place {
  readonly locationId: string;
  readonly itemId: string;
  readonly unit: UnitCode;
}

const inOrder = <V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));
