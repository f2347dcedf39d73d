import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { documentClient } from '#adapters/dynamodb/client.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { type SettingTables, writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { type Setting, type SettingKind, settingSchemas } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** Whoever sits at the terminal, for the audit record. */
export const operator = (): Actor => ({ kind: 'person', id: userInfo().username });

export const settingTables = (outputs: StackOutputs): SettingTables => ({
  client: documentClient(),
  table: outputs('SettingsTableName'),
  auditTable: outputs('AuditTableName'),
  clock: systemClock,
});

function kindNamed(kind: string): SettingKind {
  if (Object.hasOwn(settingSchemas, kind)) return kind as SettingKind;
  throw new Error(`There is no setting "${kind}". There are: ${Object.keys(settingSchemas).join(', ')}.`);
}

/** Store a JSON file as the next version of a setting; answers what to print. */
export async function putSetting(
  outputs: StackOutputs,
  kindName: string,
  file: string,
  options: { readonly id?: string; readonly reason: string },
): Promise<string> {
  const kind = kindNamed(kindName);
  const written = await writeSetting(settingTables(outputs), {
    kind,
    id: options.id ?? '',
    // Checked against the schema of its kind before anything is stored.
    value: JSON.parse(readFileSync(file, 'utf8')) as Setting<SettingKind>,
    actor: operator(),
    reason: options.reason,
  });
  return `${kind}${options.id ? ` ${options.id}` : ''} is version ${unwrap(written)} now.`;
}

/** The setting in force, as JSON. */
export async function showSetting(outputs: StackOutputs, kindName: string, id?: string): Promise<string> {
  const kind = kindNamed(kindName);
  const { table, client } = settingTables(outputs);
  const stored = await dynamoSettings({ client, table }).get(kind, id);
  if (!stored) throw new Error(`There is no ${kind}${id ? ` ${id}` : ''} yet.`);
  return JSON.stringify(stored, null, 2);
}
