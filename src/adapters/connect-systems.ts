import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import type { ConnectedSystem, ConnectSystem } from '#platform/posting/ports.ts';
import type { CredentialOf, SystemFactory, SystemParts } from './system-factory.ts';

/** One factory for every kind of system: a new kind does not compile until it has its adapter. */
export type SystemFactories = { readonly [K in SystemOfRecordSettings['kind']]: SystemFactory };

export interface ConnectionParts {
  readonly settings: Settings;
  readonly credentialOf: CredentialOf;
  readonly records: SystemParts['records'];
  readonly factories: SystemFactories;
  readonly clock?: Clock;
}

/** A renewed credential is in use after so long at the latest. */
const KEPT_MS = 300_000;

/**
 * Systems by their settings and secrets, each adapter kept for five minutes. `system-unavailable` when a system is
 * not set up, so that its postings wait for whoever sets it up; `system-credentials` when it has no secret.
 */
export function connectSystems(parts: ConnectionParts): ConnectSystem {
  const clock = parts.clock ?? systemClock;
  const kept = new Map<string, { readonly untilMs: number; readonly system: ConnectedSystem }>();
  return async (id) => {
    const nowMs = Date.parse(clock.now());
    const known = kept.get(id);
    if (known && nowMs < known.untilMs) return ok(known.system);
    const connected = await connect(parts, clock, id);
    if (connected.ok) kept.set(id, { untilMs: nowMs + KEPT_MS, system: connected.value });
    return connected;
  };
}

async function connect(
  { settings, credentialOf, records, factories }: ConnectionParts,
  clock: Clock,
  id: string,
): Promise<Result<ConnectedSystem>> {
  const stored = await settings.get('system', id);
  if (!stored) return fail(problem('system-unavailable', `There is no setting system:${id}.`));
  const credential = await credentialOf(id);
  if (!credential.ok) return credential;
  const adapter = factories[stored.value.kind](stored.value, {
    credential: credential.value,
    records,
    clock,
  });
  return ok({ adapter, callsPerSecond: stored.value.callsPerSecond });
}
