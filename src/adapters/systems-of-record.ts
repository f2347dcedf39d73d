import type { ConnectSystem } from '#platform/posting/ports.ts';
import { connectSystems, type SystemFactories } from './connect-systems.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { secretCredentials } from './secretsmanager/credential-of.ts';
import { trytonSystem } from './tryton/system-of-record.ts';

/** The adapter of every kind of system there is. */
const factories: SystemFactories = { tryton: trytonSystem };

/** The systems of record of this environment, by their settings and secrets. */
export const systemsOfRecord = (): ConnectSystem =>
  connectSystems({
    settings: dynamoSettings(),
    credentialOf: secretCredentials(),
    records: dynamoRecords(),
    factories,
  });
