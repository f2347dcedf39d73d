import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

export interface FinancePorts {
  readonly records: Records;
  readonly settings: Settings;
  /** Where the documents of partners lie in canonical form. */
  readonly objects: Pick<ObjectStore, 'read'>;
  readonly clock: Clock;
}
