import { systemClock } from '#core/kernel/clock.ts';
import type { SystemPorts } from '#platform/posting/read-systems.ts';
import type { SwitchPorts } from '#platform/posting/switch-system.ts';
import { documentClient } from './dynamodb/client.ts';
import { dynamoPostings, dynamoSystemLoads } from './dynamodb/postings.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { dynamoSettingsWriter } from './dynamodb/write-setting.ts';
import { environmentVariable } from './lambda/environment.ts';

/** What looking at systems of record needs, in AWS. */
export const systemPorts = (): SystemPorts => ({
  settings: dynamoSettings(),
  records: dynamoRecords(),
  loads: dynamoSystemLoads(),
  postings: dynamoPostings(),
  clock: systemClock,
});

/** What switching them needs besides. */
export const switchPorts = (): SystemPorts & SwitchPorts => ({
  ...systemPorts(),
  settings: dynamoSettingsWriter({
    client: documentClient(),
    table: environmentVariable('SETTINGS_TABLE'),
    auditTable: environmentVariable('AUDIT_TABLE'),
    clock: systemClock,
  }),
});
