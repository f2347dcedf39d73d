import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';

type Maintenance = NonNullable<SystemOfRecordSettings['maintenance']>;

/** What waits for a system looks again so often: who ends a maintenance early does not wake it one by one. */
const LOOK_AGAIN_SECONDS = 60;

/** The maintenance that a system is in; undefined when there is none, or its time is over. */
export const maintenanceAt = (
  { maintenance }: Pick<SystemOfRecordSettings, 'maintenance'>,
  now: Instant,
): Maintenance | undefined =>
  maintenance && (maintenance.until === undefined || now < maintenance.until) ? maintenance : undefined;

/** Why a system must not be called now, and when to look again; undefined when it may be. */
export function inMaintenance(
  settings: Pick<SystemOfRecordSettings, 'id' | 'maintenance'>,
  now: Instant,
): Problem | undefined {
  const maintenance = maintenanceAt(settings, now);
  if (!maintenance) return undefined;
  const { until, by, reason } = maintenance;
  const end = until === undefined ? 'until somebody ends it' : `until ${until}`;
  const leftSeconds =
    until === undefined ? LOOK_AGAIN_SECONDS : Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  return problem('system-in-maintenance', `${settings.id} is paused ${end} by ${by}: ${reason}`, {
    retryAfterSeconds: Math.max(1, Math.min(LOOK_AGAIN_SECONDS, leftSeconds)),
  });
}
