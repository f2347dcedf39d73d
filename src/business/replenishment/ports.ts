import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

export interface ReplenishmentPorts {
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** What deciding about proposals needs. */
export type ApprovalPorts = Pick<ReplenishmentPorts, 'records' | 'clock'>;

/** Start the workflow that replenishes for a release; a second start under one name changes nothing. */
export interface StartWorkflow {
  start(name: string, input: { readonly releaseId: string; readonly correlationId: string }): Promise<void>;
}

/** Wake a workflow that waits with a task token; `not-waiting` when it is woken already or gone. */
export type WakeTask = (taskToken: string, output: unknown) => Promise<'woken' | 'not-waiting'>;
