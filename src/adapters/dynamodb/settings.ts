import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { type Setting, type SettingKind, settingSchemas } from '#core/canonical/settings.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { documentClient } from './client.ts';
import { orUnavailable } from './retry.ts';

export interface DynamoSettingsOptions {
  readonly client?: DynamoDBDocumentClient;
  readonly table?: string;
}

/** Where a setting lies: `approval`, or `system:tryton` where there are several of a kind. */
export const settingKey = (kind: SettingKind, id: string): string => (id === '' ? kind : `${kind}:${id}`);

/** Settings in DynamoDB, read consistently: a suspended consumer is out at once. */
export function dynamoSettings(options: DynamoSettingsOptions = {}): Settings {
  const client = options.client ?? documentClient();
  const table = options.table ?? environmentVariable('SETTINGS_TABLE');
  return {
    get: async <K extends SettingKind>(kind: K, id = '') => {
      const Key = { pk: settingKey(kind, id), sk: 'HEAD' };
      const command = new GetCommand({ TableName: table, Key, ConsistentRead: true });
      const { Item } = await orUnavailable('The settings table', client.send(command));
      if (!Item) return undefined;
      // Checked on reading too: settings are edited by people, and the schema may have moved on.
      const value = settingSchemas[kind].parse(Item.value) as Setting<K>;
      return { version: Number(Item.version), value };
    },
  };
}
