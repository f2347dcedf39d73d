import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { SystemCredential } from '../system-factory.ts';
import type { Connection } from './session.ts';

/** How a Tryton is reached by its settings and its secret. It wants a user: a key alone is refused as a password. */
export function connectionOf(
  { endpoint, database }: Pick<SystemOfRecordSettings, 'endpoint' | 'database'>,
  credential: SystemCredential,
  clock: Clock,
): Connection {
  return {
    endpoint,
    database,
    credential: 'user' in credential ? credential : { user: '', password: credential.key },
    clock,
  };
}
