import type { KnownMasters, References } from '../known-masters.ts';

/** What a record refers to must be there: an item, a supplier, a location that we have accepted. */
export function unknownReferences(references: References, masters: KnownMasters): readonly string[] {
  const { itemId, supplierId, locationId } = references;
  const unknown = [
    itemId !== undefined && !masters.item(itemId) && `item ${itemId}`,
    supplierId !== undefined && !masters.supplier(supplierId) && `supplier ${supplierId}`,
    locationId !== undefined && !masters.location(locationId) && `location ${locationId}`,
  ];
  return unknown.filter((what) => what !== false).map((what) => `unknown reference: ${what} is not known`);
}
