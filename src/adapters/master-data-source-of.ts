import type { MasterDataSource } from '#business/master-data/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type AdapterFactories, adapterOf } from './adapter-of.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { secretCredentials } from './secretsmanager/credential-of.ts';
import { trytonMasterDataSource } from './tryton/master-data-source.ts';

/** The source of every kind of system there is. */
const factories: AdapterFactories<MasterDataSource> = { tryton: trytonMasterDataSource };

/** The source of a system's master data in this environment. Problems: as `adapterOf`. */
export async function masterDataSourceOf(system: string): Promise<Result<MasterDataSource>> {
  const parts = { settings: dynamoSettings(), credentialOf: secretCredentials(), records: dynamoRecords() };
  const made = await adapterOf({ ...parts, factories, clock: systemClock }, system);
  return made.ok ? ok(made.value.adapter) : made;
}
