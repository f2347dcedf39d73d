import type { Setting, SettingKind } from '#core/canonical/settings.ts';

export interface StoredSetting<K extends SettingKind> {
  readonly version: number;
  readonly value: Setting<K>;
}

/** The port for what is configured as data: policies, routing, systems, consumers. Versioned; writes are audited. */
export interface Settings {
  /** `id` is empty where there is one of the kind. */
  get<K extends SettingKind>(kind: K, id?: string): Promise<StoredSetting<K> | undefined>;
}
