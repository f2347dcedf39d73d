import type { ConnectSystem } from '#platform/posting/ports.ts';
import { connectSystems, type SystemFactories } from './connect-systems.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { secretCredentials } from './secretsmanager/credential-of.ts';
import { trytonSystem } from './tryton/system-of-record.ts';

/** The adapter of every kind of system there is. */
const factories: SystemFactories = { tryton: trytonSystem };

const ofThisEnvironment = (): SystemPlaces => ({
  settings: dynamoSettings(),
  credentialOf: secretCredentials(),
  records: dynamoRecords(),
});

type SystemPlaces = Pick<Parameters<typeof connectSystems>[0], 'settings' | 'credentialOf' | 'records'>;

/** The systems of record by their settings and secrets: of this environment, unless others are given. */
export const systemsOfRecord = (places: SystemPlaces = ofThisEnvironment()): ConnectSystem =>
  connectSystems({ ...places, factories });
