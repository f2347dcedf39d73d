import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { SettingsWriter, StoredSetting } from '#core/kernel/settings.ts';
import { maintenanceAt } from './rules/maintenance.ts';

export interface SwitchPorts {
  readonly settings: SettingsWriter;
  readonly clock: Clock;
}

/** Somebody's wish about one system. */
export interface SwitchRequest {
  readonly systemId: string;
  /** The version of its setting that it was decided on. */
  readonly expectedVersion: number;
  readonly actor: Actor;
  readonly reason: string;
  /** Source address, for the audit record. */
  readonly from?: string;
}

type Switched = StoredSetting<'system'>;

/**
 * Pause a system for maintenance, from now until then, or until somebody ends it.
 * 1. It must be as whoever asks has seen it, and not be paused already.
 * 2. Write the setting with the audit record. What is to be posted is parked when it is next looked at, what is pulled
 *    is skipped; what is under way goes on to its end.
 *
 * Problems: `not-found`, `version-stale`, `state-not-allowed`, `validation-failed` for an end that is past.
 */
export const pauseSystem = (
  ports: SwitchPorts,
  { until, ...request }: SwitchRequest & { readonly until?: Instant | undefined },
): Promise<Result<Switched>> =>
  switchSystem(ports, 'pause-system', request, (system, now) => {
    if (maintenanceAt(system, now))
      return fail(problem('state-not-allowed', `${system.id} is paused already.`));
    if (until !== undefined && until <= now) {
      return fail(problem('validation-failed', `The end of the maintenance, ${until}, is past.`));
    }
    const { actor, reason } = request;
    const maintenance = { since: now, by: actor.id, reason, ...(until !== undefined && { until }) };
    return ok({ ...system, maintenance });
  });

/**
 * End the maintenance of a system. What waited is looked at again within a minute, and goes out in order.
 * Problems: `not-found`, `version-stale`, `state-not-allowed` when it is not paused.
 */
export const resumeSystem = (ports: SwitchPorts, request: SwitchRequest): Promise<Result<Switched>> =>
  switchSystem(ports, 'resume-system', request, (system, now) => {
    if (!maintenanceAt(system, now)) return fail(problem('state-not-allowed', `${system.id} is not paused.`));
    const { maintenance: _over, ...inUse } = system;
    return ok(inUse);
  });

async function switchSystem(
  { settings, clock }: SwitchPorts,
  action: string,
  { systemId, expectedVersion, actor, reason, from }: SwitchRequest,
  decide: (system: SystemOfRecordSettings, now: Instant) => Result<SystemOfRecordSettings>,
): Promise<Result<Switched>> {
  const stored = await settings.get('system', systemId);
  if (!stored) return fail(problem('not-found', `There is no system ${systemId}.`));
  const stale = (version: number) =>
    fail(problem('version-stale', `You decided on version ${expectedVersion}; it is ${version} now.`));
  if (stored.version !== expectedVersion) return stale(stored.version);
  const decided = decide(stored.value, clock.now());
  if (!decided.ok) return decided;
  const audit = { actor, action, reason, ...(from !== undefined && { from }) };
  const written = await settings.write('system', decided.value, stored.version, audit);
  if (written.ok) return ok({ version: written.value, value: decided.value });
  return written.problem.code === 'record-changed' ? stale(stored.version + 1) : written;
}
