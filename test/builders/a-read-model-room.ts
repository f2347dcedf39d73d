import { countingRules } from '#business/measures/counting-rules.ts';
import type { ForecastDue } from '#core/canonical/settings.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { figuresIn } from '#platform/read-model/figures.ts';
import { type Kept, keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryEventsOfRecord } from '#test/doubles/memory-events-of-record.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const correlationId = 'cor-read-model-1';

/** Records, and a read model kept of them by whatever events are delivered. */
export function aReadModelRoom({ due }: { readonly due?: ForecastDue } = {}) {
  const clock = fixedClock('2026-11-16T08:00:00.000Z');
  const records = memoryRecords({ clock });
  const table = memoryItemTable();
  const ports = {
    records,
    events: memoryEventsOfRecord(records),
    readModel: readModelIn(table),
    rules: countingRules({ due }),
  };
  const deliver = async (envelope: EventEnvelope): Promise<Kept> =>
    unwrap(await keepReadModel(ports, envelope));
  return {
    clock,
    records,
    table,
    figures: figuresIn(table),
    deliver,
    /** Commit changes; what it published. */
    commit: async (...changes: readonly AnyChange[]): Promise<readonly EventEnvelope[]> => {
      const before = records.published().length;
      unwrap(await records.commit({ changes, correlationId }));
      return records.published().slice(before);
    },
    /** Deliver everything that was ever published, in order. */
    deliverAll: async (): Promise<void> => {
      for (const envelope of records.published()) await deliver(envelope);
    },
  };
}
