import type { Entity } from '#business/master-data/ports.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { unwrap } from '#core/kernel/result.ts';
import {
  aLocationCandidate,
  aMasterDataSource,
  anItemCandidate,
  aPolicyCandidate,
  aPositionCandidate,
  aSupplierCandidate,
  aTermsCandidate,
  type SystemContent,
} from '#test/builders/a-master-data-source.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

/** Two items from one supplier, kept at one location. */
export const aWholeSystem = {
  items: [[anItemCandidate('I1'), anItemCandidate('I2')]],
  suppliers: [[aSupplierCandidate()]],
  locations: [[aLocationCandidate()]],
  supplierTerms: [[aTermsCandidate('I1'), aTermsCandidate('I2')]],
  inventoryPositions: [[aPositionCandidate('I1', 'HAM'), aPositionCandidate('I2', 'HAM')]],
  inventoryPolicies: [[aPolicyCandidate('I1', 'HAM'), aPolicyCandidate('I2', 'HAM')]],
} as const satisfies SystemContent;

/** Records in memory that systems are synchronised into; `commits` counts the transactions tried. */
export function masterDataRoom() {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  let commits = 0;
  const counting = {
    ...records,
    commit: (commit: Parameters<typeof records.commit>[0]) => {
      commits += 1;
      return records.commit(commit);
    },
  };
  const sync = (content: SystemContent, wanted?: readonly Entity[]) =>
    syncMasterData(
      { source: aMasterDataSource(content), records: counting, clock },
      { correlationId: 'cor-master-data', ...(wanted ? { entities: wanted } : {}) },
    );
  return {
    records,
    clock,
    commits: () => commits,
    sync,
    synced: async (content: SystemContent, wanted?: readonly Entity[]) => unwrap(await sync(content, wanted)),
    /** Names of the events so far, each with what it is about. */
    told: () => records.published().map(({ type, subject }) => `${type.split('.')[1]} ${subject}`),
  };
}
