import type { Clock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import type { TrytonClient } from './client.ts';

/** What the adapter of one Tryton works with. */
export interface TrytonParts {
  /** Id of the system's settings, such as `tryton`. */
  readonly system: string;
  readonly client: TrytonClient;
  readonly records: Pick<Records, 'get' | 'getMany' | 'findByIdentifier'>;
  readonly clock: Clock;
}
