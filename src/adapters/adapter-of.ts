import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { inMaintenance } from '#platform/posting/rules/maintenance.ts';
import type { CredentialOf, SystemParts } from './system-factory.ts';

/** One factory for every kind of system: a new kind does not compile until it has its adapter. */
export type AdapterFactories<Adapter> = {
  readonly [K in SystemOfRecordSettings['kind']]: (
    settings: SystemOfRecordSettings,
    parts: SystemParts,
  ) => Adapter;
};

export interface AdapterParts<Adapter> {
  readonly settings: Settings;
  readonly credentialOf: CredentialOf;
  readonly records: SystemParts['records'];
  readonly factories: AdapterFactories<Adapter>;
  readonly clock: Clock;
}

/** An adapter, and the settings of the system it speaks to. */
export interface AdapterWithSettings<Adapter> {
  readonly adapter: Adapter;
  readonly settings: SystemOfRecordSettings;
}

/**
 * The adapter for one system, by its settings and secret. `system-unavailable` when the system is not set up, so that
 * its work waits for whoever sets it up; `system-in-maintenance` while it is paused; `system-credentials` when it has no secret.
 */
export async function adapterOf<Adapter>(
  { settings, credentialOf, records, factories, clock }: AdapterParts<Adapter>,
  system: string,
): Promise<Result<AdapterWithSettings<Adapter>>> {
  const stored = await settings.get('system', system);
  if (!stored) return fail(problem('system-unavailable', `There is no setting system:${system}.`));
  const closed = inMaintenance(stored.value, clock.now());
  if (closed) return fail(closed);
  const credential = await credentialOf(system);
  if (!credential.ok) return credential;
  const make = factories[stored.value.kind];
  const adapter = make(stored.value, { credential: credential.value, records, clock });
  return ok({ adapter, settings: stored.value });
}
