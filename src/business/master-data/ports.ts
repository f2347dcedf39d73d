/** What the synchronisation of master data needs from outside: records, the time, and the system that has the data. */

import type { InventoryPolicy, InventoryPosition } from '#core/canonical/inventory.ts';
import type { Item } from '#core/canonical/item.ts';
import type { Location } from '#core/canonical/location.ts';
import type { Supplier, SupplierTerms } from '#core/canonical/supplier.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';

/** What is pulled, in the order of dependence: what comes later refers to what comes before. */
export const entities = [
  'items',
  'suppliers',
  'locations',
  'supplierTerms',
  'inventoryPositions',
  'inventoryPolicies',
] as const;
export type Entity = (typeof entities)[number];

/**
 * A record as a system has it, in canonical terms but not checked yet.
 *
 * `id` is the key the record has with us and in forecast files: the item's code, the supplier's code, the location's
 * code; for terms `<supplier>:<item>`, for positions and policies `<item>@<location>`. Where the system has no such
 * code, give the native id; a code that is no id of ours (`idSchema`) is given as it is, and rejected with the reason.
 *
 * `body` has the fields of `CandidateBody` for the entity. It is `unknown` on purpose: an adapter leaves out what the
 * system does not say, and passes on what makes no sense; the record is then rejected with the reason, and the others
 * go on. An adapter never drops, defaults or repairs a record silently.
 */
export interface Candidate {
  readonly id: string;
  readonly body: unknown;
  /**
   * The system's own version of the record: digits (a sequence) or an ISO 8601 instant in UTC (when it was last
   * written there, the latest of all native records it is made of). It changes only when the record is written.
   * Left out where the system has none, as for stock.
   */
  readonly sourceVersion?: string;
}

/**
 * The body of a candidate: the canonical record without `id` and `provenance`, which are added here.
 *
 * - items: `hierarchy` from the top group down to the item's own; when the parents go in a circle, walk until a code
 *   comes the second time and give that one too (it is then rejected as cyclic). `identifiers`:
 *   `{ scheme: '<system>:product', value: <native id> }` always, `{ scheme: 'gtin', value }` where there is one.
 * - suppliers: `identifiers` with `<system>:party`, and `gln` where there is one.
 * - locations: `identifiers` with `<system>:warehouse`, and `gln` where there is one.
 * - inventoryPositions: quantities in the item's base unit. `asOf`: when the stock was read; alone it is no change.
 *
 * Inactive records are given with their status: a record that is no longer given stays as it was.
 */
export interface CandidateBody {
  readonly items: Omit<Item, 'id' | 'provenance'>;
  readonly suppliers: Omit<Supplier, 'id' | 'provenance'>;
  readonly locations: Omit<Location, 'id' | 'provenance'>;
  readonly supplierTerms: Omit<SupplierTerms, 'id' | 'provenance'>;
  readonly inventoryPositions: Omit<InventoryPosition, 'id' | 'provenance'>;
  readonly inventoryPolicies: Omit<InventoryPolicy, 'id' | 'provenance'>;
}

/**
 * Master data and stock of one system.
 * `pull` gives every record of an entity in pages, in a stable order such as the native id; 100 to 1000 candidates a
 * page serve best. A problem ends the pull: `system-unavailable`, `system-throttled` or `system-credentials`, as in
 * `problems/posting.ts`. It throws only on bugs.
 */
export interface MasterDataSource {
  /** Id of the system's settings, such as `tryton`: the first part of its identifier schemes. */
  readonly id: string;
  pull(entity: Entity): AsyncIterable<Result<readonly Candidate[]>>;
}

export interface MasterDataPorts {
  readonly source: MasterDataSource;
  readonly records: Pick<Records, 'getMany' | 'commit'>;
  readonly clock: Clock;
}
