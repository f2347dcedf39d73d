import { type Setting, type SettingKind, settingIdOf, settingSchemas } from '#core/canonical/settings.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { SettingsWriter, StoredSetting } from '#core/kernel/settings.ts';

export interface MemorySettings extends SettingsWriter {
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
    write: async (kind, value, expect) => {
      if (!settingSchemas[kind].safeParse(value).success) {
        return fail(problem('validation-failed', `This is no ${kind}.`));
      }
      const id = settingIdOf(kind, value);
      const before = stored.get(keyOf(kind, id))?.version;
      if ((before ?? 'absent') !== expect) {
        return fail(problem('record-changed', `setting ${keyOf(kind, id)} is at version ${before ?? 0}.`));
      }
      settings.put(kind, value, id);
      return ok((before ?? 0) + 1);
    },
  };
  return settings;
}
