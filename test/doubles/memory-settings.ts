import { type Setting, type SettingKind, settingSchemas } from '#core/canonical/settings.ts';
import type { Settings, StoredSetting } from '#core/kernel/settings.ts';

export interface MemorySettings extends Settings {
  /** Store a checked setting as its next version; the id is empty where there is one of the kind. */
  put<K extends SettingKind>(kind: K, value: Setting<K>, id?: string): MemorySettings;
}

export function memorySettings(): MemorySettings {
  const stored = new Map<string, StoredSetting<SettingKind>>();
  const keyOf = (kind: SettingKind, id: string): string => (id === '' ? kind : `${kind}:${id}`);
  const settings: MemorySettings = {
    put: (kind, value, id = '') => {
      const key = keyOf(kind, id);
      const version = (stored.get(key)?.version ?? 0) + 1;
      stored.set(key, { version, value: settingSchemas[kind].parse(value) });
      return settings;
    },
    get: async <K extends SettingKind>(kind: K, id = '') => {
      const found = stored.get(keyOf(kind, id));
      if (!found) return undefined;
      // Checked on the way out too, which gives the value the type of its kind.
      const value = settingSchemas[kind].parse(found.value) as Setting<K>;
      return { version: found.version, value };
    },
  };
  return settings;
}
