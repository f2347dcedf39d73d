import type { Setting, SettingKind } from '#core/canonical/settings.ts';
import type { AuditEntry } from './records.ts';
import type { Result } from './result.ts';

export interface StoredSetting<K extends SettingKind> {
  readonly version: number;
  readonly value: Setting<K>;
}

/** The port for what is configured as data: policies, routing, systems, consumers. Versioned; writes are audited. */
export interface Settings {
  /** `id` is empty where there is one of the kind. */
  get<K extends SettingKind>(kind: K, id?: string): Promise<StoredSetting<K> | undefined>;
}

/** Who changes a setting and why; kept in the same transaction. */
export type SettingAudit = Pick<AuditEntry, 'actor' | 'action' | 'reason' | 'from'>;

/** Writes settings, a version each. */
export interface SettingsWriter extends Settings {
  /**
   * Put a value in force as the version after `expect` (`absent` for the first); answers the new version.
   * `record-changed` when someone wrote in between, `validation-failed` when its schema refuses it.
   */
  write<K extends SettingKind>(
    kind: K,
    value: Setting<K>,
    expect: 'absent' | number,
    audit: SettingAudit,
  ): Promise<Result<number>>;
}
