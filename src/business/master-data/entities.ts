/** What is particular to each entity of master data: its record, its rules, and the event that tells of it. */
import type * as z from 'zod';
import {
  type InventoryPosition,
  inventoryPolicySchema,
  inventoryPositionSchema,
  itemLocationId,
} from '#core/canonical/inventory.ts';
import { type Item, itemSchema } from '#core/canonical/item.ts';
import { locationSchema } from '#core/canonical/location.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import { type SupplierTerms, supplierSchema, supplierTermsSchema } from '#core/canonical/supplier.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { AnyChange, Change } from '#core/kernel/records.ts';
import type { EventDraft } from '#events/catalogue.ts';
import type { KnownMasters, References } from './known-masters.ts';
import { hierarchyFaults } from './rules/hierarchy.ts';
import { misnamed } from './rules/incomplete.ts';
import { packFaults, positionUnitFaults, termsUnitFaults } from './rules/unit-mismatch.ts';

export type MasterType =
  | 'item'
  | 'supplier'
  | 'location'
  | 'supplier-terms'
  | 'inventory-position'
  | 'inventory-policy';

export interface EntityDefinition<T extends MasterType> {
  readonly type: T;
  readonly schema: z.ZodType<RecordBody<T>>;
  /** Faults that are asked for before the schema, to name them better. */
  readonly faultsBefore?: (candidate: unknown) => readonly string[];
  readonly refersTo: (body: RecordBody<T>) => References;
  /** What only this kind of record can have wrong. */
  readonly faults: (body: RecordBody<T>, masters: KnownMasters) => readonly string[];
  /** What no two records of the kind may share, in words. */
  readonly distinct: (body: RecordBody<T>) => readonly string[];
  /** The outside identifiers that lead to it. */
  readonly identifiers: (body: RecordBody<T>) => readonly Identifier[];
  /** What may differ without the record being another one. */
  readonly passing?: keyof RecordBody<T>;
  readonly event: (body: RecordBody<T>) => EventDraft | undefined;
  readonly asChange: (change: Change<T>) => AnyChange;
}

const none = (): readonly never[] => [];
const inWords = ({ scheme, value }: Identifier): string => `${scheme} ${value}`;

/** A GTIN has 8 to 14 digits and means the same with leading zeros. */
const gtinsOf = ({ identifiers, packs }: Item): readonly string[] => {
  const own = identifiers.filter(({ scheme }) => scheme === 'gtin').map(({ value }) => value);
  const ofPacks = packs.map(({ gtin }) => gtin).filter((gtin) => gtin !== undefined);
  return [...new Set([...own, ...ofPacks].map((gtin) => `gtin ${gtin.padStart(14, '0')}`))];
};

const items: EntityDefinition<'item'> = {
  type: 'item',
  schema: itemSchema,
  faultsBefore: hierarchyFaults,
  refersTo: () => ({}),
  faults: packFaults,
  distinct: (item) => [
    ...gtinsOf(item),
    ...item.identifiers.filter(({ scheme }) => scheme !== 'gtin').map(inWords),
  ],
  identifiers: ({ identifiers }) => identifiers,
  event: ({ id }) => ({ name: 'item-changed', data: { itemId: id } }),
  asChange: (change) => change,
};

const suppliers: EntityDefinition<'supplier'> = {
  type: 'supplier',
  schema: supplierSchema,
  refersTo: () => ({}),
  faults: none,
  distinct: ({ identifiers }) => identifiers.map(inWords),
  identifiers: ({ identifiers }) => identifiers,
  event: ({ id }) => ({ name: 'supplier-changed', data: { supplierId: id } }),
  asChange: (change) => change,
};

const locations: EntityDefinition<'location'> = {
  type: 'location',
  schema: locationSchema,
  refersTo: () => ({}),
  faults: none,
  distinct: ({ identifiers }) => identifiers.map(inWords),
  identifiers: ({ identifiers }) => identifiers,
  event: ({ id }) => ({ name: 'location-changed', data: { locationId: id } }),
  asChange: (change) => change,
};

const supplierTerms: EntityDefinition<'supplier-terms'> = {
  type: 'supplier-terms',
  schema: supplierTermsSchema,
  refersTo: ({ itemId, supplierId }) => ({ itemId, supplierId }),
  faults: (terms: SupplierTerms, masters) => [
    ...misnamed(terms.id, `${terms.supplierId}:${terms.itemId}`),
    ...termsUnitFaults(terms, masters),
  ],
  distinct: none,
  identifiers: none,
  event: ({ supplierId, itemId }) => ({ name: 'supplier-terms-changed', data: { supplierId, itemId } }),
  asChange: (change) => change,
};

const inventoryPositions: EntityDefinition<'inventory-position'> = {
  type: 'inventory-position',
  schema: inventoryPositionSchema,
  refersTo: ({ itemId, locationId }) => ({ itemId, locationId }),
  faults: (position: InventoryPosition, masters) => [
    ...misnamed(position.id, itemLocationId(position.itemId, position.locationId)),
    ...positionUnitFaults(position, masters),
  ],
  distinct: none,
  identifiers: none,
  passing: 'asOf',
  event: ({ itemId, locationId, onHand, unit }) => ({
    name: 'inventory-moved',
    data: { itemId, locationId, onHand, unit },
  }),
  asChange: (change) => change,
};

/** Policies are read when a release is planned; nobody waits to hear of them. */
const inventoryPolicies: EntityDefinition<'inventory-policy'> = {
  type: 'inventory-policy',
  schema: inventoryPolicySchema,
  refersTo: ({ itemId, locationId }) => ({ itemId, locationId }),
  faults: ({ id, itemId, locationId }) => misnamed(id, itemLocationId(itemId, locationId)),
  distinct: none,
  identifiers: none,
  event: () => undefined,
  asChange: (change) => change,
};

export const definitions = {
  items,
  suppliers,
  locations,
  supplierTerms,
  inventoryPositions,
  inventoryPolicies,
} as const;
