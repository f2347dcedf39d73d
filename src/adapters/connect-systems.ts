import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import type { ConnectedSystem, ConnectSystem } from '#platform/posting/ports.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { type AdapterFactories, adapterOf } from './adapter-of.ts';
import type { CredentialOf, SystemParts } from './system-factory.ts';

export type SystemFactories = AdapterFactories<SystemOfRecord>;

export interface ConnectionParts {
  readonly settings: Settings;
  readonly credentialOf: CredentialOf;
  readonly records: SystemParts['records'];
  readonly factories: SystemFactories;
  readonly clock?: Clock;
}

interface Kept {
  readonly version: number | undefined;
  readonly untilMs: number;
  readonly system: ConnectedSystem;
}

/** A renewed credential is in use after so long at the latest. */
const KEPT_MS = 300_000;

/**
 * Systems by their settings and secrets. An adapter is kept for five minutes, with the session it has opened, but no
 * longer than its settings stay as they are: a system that moved is spoken to at its new place at once, and one that
 * is paused not at all. `system-unavailable` when a system is not set up, so that its postings wait for whoever sets
 * it up; `system-in-maintenance` while it is paused; `system-credentials` when it has no secret.
 */
export function connectSystems(parts: ConnectionParts): ConnectSystem {
  const clock = parts.clock ?? systemClock;
  const kept = new Map<string, Kept>();
  return async (id) => {
    const nowMs = Date.parse(clock.now());
    // A pause is a new version too: an adapter that was kept is not used in it.
    const version = (await parts.settings.get('system', id))?.version;
    const known = kept.get(id);
    if (known && known.version === version && nowMs < known.untilMs) return ok(known.system);
    const connected = await connect(parts, clock, id);
    if (connected.ok) kept.set(id, { version, untilMs: nowMs + KEPT_MS, system: connected.value });
    return connected;
  };
}

async function connect(parts: ConnectionParts, clock: Clock, id: string): Promise<Result<ConnectedSystem>> {
  const made = await adapterOf({ ...parts, clock }, id);
  if (!made.ok) return made;
  const { adapter, settings } = made.value;
  return ok({ adapter, callsPerSecond: settings.callsPerSecond });
}
