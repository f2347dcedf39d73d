/**
 * Every kind of record the journal keeps: its schema, the lists it is found in, and the outside identifiers that
 * lead to it. A new kind is one entry here; the compiler then asks for the rest.
 */
import type * as z from 'zod';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { documentSchema } from './document.ts';
import { forecastBaselineSchema, forecastReleaseSchema } from './forecast.ts';
import { inventoryPolicySchema, inventoryPositionSchema } from './inventory.ts';
import { itemSchema } from './item.ts';
import { locationSchema } from './location.ts';
import {
  approvalGroupSchema,
  approvalWaitSchema,
  planningTurnSchema,
  proposalSchema,
  replenishmentRunSchema,
} from './proposal.ts';
import { isOpen, purchaseOrderSchema } from './purchase-order.ts';
import { supplierSchema, supplierTermsSchema } from './supplier.ts';

const schemas = {
  item: itemSchema,
  supplier: supplierSchema,
  'supplier-terms': supplierTermsSchema,
  location: locationSchema,
  'inventory-position': inventoryPositionSchema,
  'inventory-policy': inventoryPolicySchema,
  document: documentSchema,
  'forecast-release': forecastReleaseSchema,
  'forecast-baseline': forecastBaselineSchema,
  'replenishment-run': replenishmentRunSchema,
  proposal: proposalSchema,
  'approval-group': approvalGroupSchema,
  'approval-wait': approvalWaitSchema,
  'planning-turn': planningTurnSchema,
  'purchase-order': purchaseOrderSchema,
} as const;

export type RecordType = keyof typeof schemas;
export type RecordBody<T extends RecordType> = z.infer<(typeof schemas)[T]>;

/** A place in a list: lists are read in the order of `sort`, ascending or descending. */
export interface ListEntry {
  readonly list: ListName;
  /** What the list is limited to: a release, a location; empty for the whole. */
  readonly scope: string;
  readonly sort: string;
}

/**
 * Every list, with the number of shards its entries are spread over (by hash of the record's id), and which of the
 * two places of its records it takes.
 */
export const lists = {
  items: { shards: 4, place: 1 },
  suppliers: { shards: 1, place: 1 },
  'supplier-terms': { shards: 4, place: 1 },
  locations: { shards: 1, place: 1 },
  /** Scope: location. */
  'positions-by-location': { shards: 2, place: 1 },
  /** Scope: location. */
  'policies-by-location': { shards: 2, place: 1 },
  documents: { shards: 4, place: 1 },
  'forecast-releases': { shards: 1, place: 1 },
  'replenishment-runs': { shards: 1, place: 1 },
  /** Scope: run, or empty for all. */
  proposals: { shards: 4, place: 1 },
  /** Only what waits for a person. */
  'proposals-waiting': { shards: 4, place: 2 },
  /** Scope: run. */
  'approval-groups': { shards: 2, place: 1 },
  /** Only groups with a deadline that nobody met yet; sort is the deadline. */
  'approvals-due': { shards: 1, place: 2 },
  'purchase-orders': { shards: 4, place: 1 },
  /** Scope: location. Only orders from which goods are still expected. */
  'open-orders-by-location': { shards: 2, place: 2 },
} as const satisfies Record<string, { readonly shards: number; readonly place: 1 | 2 }>;

export type ListName = keyof typeof lists;

/** At most two lists a record: there is one index for each place. */
export type Places =
  | readonly []
  | readonly [ListEntry | undefined]
  | readonly [ListEntry | undefined, ListEntry | undefined];

interface Definition<T extends RecordType> {
  readonly schema: (typeof schemas)[T];
  readonly places: (body: RecordBody<T>) => Places;
  readonly aliases: (body: RecordBody<T>) => readonly Identifier[];
}

const define = <T extends RecordType>(
  type: T,
  places: (body: RecordBody<T>) => Places,
  aliases: (body: RecordBody<T>) => readonly Identifier[] = () => [],
): Definition<T> => ({ schema: schemas[type], places, aliases });

const inList = (list: ListName, sort: string, scope = ''): ListEntry => ({ list, scope, sort });

export const recordTypes: { readonly [T in RecordType]: Definition<T> } = {
  item: define(
    'item',
    ({ id }) => [inList('items', id)],
    ({ identifiers }) => identifiers,
  ),
  supplier: define(
    'supplier',
    ({ id }) => [inList('suppliers', id)],
    ({ identifiers }) => identifiers,
  ),
  'supplier-terms': define('supplier-terms', ({ id }) => [inList('supplier-terms', id)]),
  location: define(
    'location',
    ({ id }) => [inList('locations', id)],
    ({ identifiers }) => identifiers,
  ),
  'inventory-position': define('inventory-position', ({ id, locationId }) => [
    inList('positions-by-location', id, locationId),
  ]),
  'inventory-policy': define('inventory-policy', ({ id, locationId }) => [
    inList('policies-by-location', id, locationId),
  ]),
  document: define('document', ({ id, receivedAt }) => [inList('documents', `${receivedAt}#${id}`)]),
  'forecast-release': define('forecast-release', ({ id, receivedAt }) => [
    inList('forecast-releases', `${receivedAt}#${id}`),
  ]),
  'forecast-baseline': define('forecast-baseline', () => []),
  'replenishment-run': define('replenishment-run', ({ id, startedAt }) => [
    inList('replenishment-runs', `${startedAt}#${id}`),
  ]),
  proposal: define('proposal', ({ id, runId, state }) => [
    inList('proposals', id, runId),
    state === 'waiting' ? inList('proposals-waiting', id) : undefined,
  ]),
  'approval-group': define('approval-group', ({ id, runId, state, dueAt, escalatedAt }) => [
    inList('approval-groups', id, runId),
    state === 'waiting' && dueAt && !escalatedAt ? inList('approvals-due', `${dueAt}#${id}`) : undefined,
  ]),
  'approval-wait': define('approval-wait', () => []),
  'planning-turn': define('planning-turn', () => []),
  'purchase-order': define(
    'purchase-order',
    (order) => [
      inList('purchase-orders', `${order.orderDate}#${order.id}`),
      isOpen(order) ? inList('open-orders-by-location', order.id, order.locationId) : undefined,
    ],
    ({ identifiers }) => identifiers,
  ),
};
