import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { SystemCredential } from '../system-factory.ts';
import { recordNumber } from './native-numbers.ts';
import type { Connection } from './session.ts';

/** How a Tryton is reached by its settings and its secret, which must be a user with a password. */
export function connectionOf(
  settings: SystemOfRecordSettings,
  credential: SystemCredential,
  clock: Clock,
): Connection {
  const { endpoint, database } = settings;
  return {
    endpoint,
    database,
    company: companyNumber(settings),
    credential: 'user' in credential ? credential : undefined,
    clock,
  };
}

/** The number of the company in the ERP; throws when the setting has none. */
export function companyNumber({ id, company }: Pick<SystemOfRecordSettings, 'id' | 'company'>): number {
  const number = recordNumber(company);
  if (number !== undefined) return number;
  throw new Error(`The company of the setting system:${id} must be its number in the ERP, such as 1.`);
}
