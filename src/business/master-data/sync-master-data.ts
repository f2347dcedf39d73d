import type { CorrelationId } from '#core/kernel/correlation.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { checkPage } from './check-page.ts';
import { commitChanges, committedOf } from './commit-changes.ts';
import { definitions, type EntityDefinition, type MasterType } from './entities.ts';
import { type KnownMasters, knownMasters } from './known-masters.ts';
import { type MasterDataCounts, type SyncCounts, syncTally } from './model.ts';
import { planChanges } from './plan-changes.ts';
import { type Candidate, type Entity, entities, type MasterDataPorts } from './ports.ts';
import { noClaims } from './rules/conflicting.ts';

export interface MasterDataSync {
  /** What to pull; everything when left out. */
  readonly entities?: readonly Entity[];
  readonly correlationId: CorrelationId;
}

interface SyncContext extends MasterDataPorts {
  readonly masters: KnownMasters;
  readonly correlationId: CorrelationId;
}

/**
 * Bring master data and stock of a system into our records.
 * 1. Pull entity by entity in the order of dependence, page by page.
 * 2. Check every record; the bad ones are rejected with their reasons, the good ones of the same page go on.
 * 3. Commit what changed, with the event that says so; what is as it was costs a read only.
 * Doing it again changes nothing. Problems: those of the source, and `temporarily-unavailable`; what was committed
 * by then stays, and the next synchronisation does the rest.
 */
export async function syncMasterData(
  ports: MasterDataPorts,
  { entities: wanted = entities, correlationId }: MasterDataSync,
): Promise<Result<MasterDataCounts>> {
  const context = { ...ports, masters: knownMasters(ports.records), correlationId };
  const counts: { [E in Entity]?: SyncCounts } = {};
  for (const entity of entities.filter((candidate) => wanted.includes(candidate))) {
    const synced = await syncs[entity](context, ports.source.pull(entity));
    if (!synced.ok) return synced;
    counts[entity] = synced.value;
  }
  return ok(counts);
}

type Pages = AsyncIterable<Result<readonly Candidate[]>>;
type SyncEntity = (context: SyncContext, pages: Pages) => Promise<Result<SyncCounts>>;

const syncs: { readonly [E in Entity]: SyncEntity } = {
  items: syncOf(definitions.items),
  suppliers: syncOf(definitions.suppliers),
  locations: syncOf(definitions.locations),
  supplierTerms: syncOf(definitions.supplierTerms),
  inventoryPositions: syncOf(definitions.inventoryPositions),
  inventoryPolicies: syncOf(definitions.inventoryPolicies),
};

function syncOf<T extends MasterType>(definition: EntityDefinition<T>): SyncEntity {
  return async ({ source, records, clock, masters, correlationId }, pages) => {
    const before = noClaims();
    const tally = syncTally();
    for await (const page of pages) {
      if (!page.ok) return page;
      const context = { masters, before, system: source.id, receivedAt: clock.now() };
      const { accepted, rejected } = await checkPage(definition, page.value, context);
      const planned = await planChanges(definition, accepted, records);
      const refused = await commitChanges(records, planned, correlationId);
      if (!refused.ok) return refused;
      tally.add({
        read: page.value.length,
        ...committedOf(planned, refused.value),
        rejected: [...rejected, ...refused.value],
      });
    }
    return ok(tally.counts());
  };
}
