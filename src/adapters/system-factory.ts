import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';

/** What a system accepts as proof of who we are; as JSON in a secret of its own. */
export type SystemCredential =
  | { readonly user: string; readonly password: string }
  | { readonly key: string };

/** The credential of a system by its id; `system-credentials` when there is none. */
export type CredentialOf = (system: string) => Promise<Result<SystemCredential>>;

/** What the adapter of a system is made of, besides the system's settings. */
export interface SystemParts {
  readonly credential: SystemCredential;
  /** Where items, suppliers and locations have their numbers in the system (`identifiers`). */
  readonly records: Pick<Records, 'get' | 'getMany' | 'findByIdentifier'>;
  readonly clock: Clock;
}

/** Makes the adapter of one kind of system. It may be kept for as long as the process lives. */
export type SystemFactory = (settings: SystemOfRecordSettings, parts: SystemParts) => SystemOfRecord;
