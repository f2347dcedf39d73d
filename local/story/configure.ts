import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { documentClient } from '#adapters/dynamodb/client.ts';
import { type SettingTables, writeSetting } from '#adapters/dynamodb/write-setting.ts';
import type { ForecastDue, Setting, SettingKind } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { dateOfInstant, dayNumber, type Instant, weekday } from '#core/kernel/dates.ts';
import type { Outputs } from '../deploy.ts';
import type { RunningErp } from '../erp/start-erp.ts';
import { outputOf } from './outputs.ts';

/** The id of the ERP among the systems of record. */
export const SYSTEM = 'tryton';
/** Who sets up the local installation, for the audit record. */
export const STEWARD: Actor = { kind: 'person', id: 'local-setup' };

/**
 * Say what a new installation must be told: where the ERP is and how to get in, when a forecast goes into force by
 * itself, and what may be ordered without a person.
 */
export async function configure(outputs: Outputs, erp: RunningErp): Promise<void> {
  await keepSecret(`${outputOf(outputs, 'SystemSecretsPrefix')}/${SYSTEM}`, {
    user: erp.user,
    password: erp.password,
  });
  const set = settingWriter(outputs);
  await set('system', SYSTEM, {
    id: SYSTEM,
    kind: 'tryton',
    endpoint: erp.url,
    database: erp.database,
    callsPerSecond: 50,
    company: String(erp.companyId),
  });
  await set('release', '', { approveAutomatically: true, anomalyPercent: '50', holdAbovePercent: '10' });
  await set('approval', '', {
    name: 'everyday orders',
    maximumValue: [{ amount: '4000', currency: 'USD' }],
    maximumDeviationPercent: '50',
    suppliers: 'all',
    decideWithinHours: 24,
  });
}

/** Send the orders of these companies to the ERP. */
export async function configureRouting(outputs: Outputs, companies: readonly string[]): Promise<void> {
  const rules = companies.map((company) => ({ company, system: SYSTEM }));
  await settingWriter(outputs)('routing', '', { rules });
}

/** How long after it is dropped a forecast of the story is due to be in force: enough for it, and over before the story. */
const DUE_AFTER_MS = 2 * 60_000;

/** Agree until when forecasts have to be in force: today, soon, and every week from now on. */
export const agreeOnForecasts = (outputs: Outputs): Promise<void> =>
  settingWriter(outputs)('measures', '', { forecastDue: dueSoonAfter(systemClock.now()) });

/** A cut-off one to two minutes after an instant, every week from that day on. Pure. */
export function dueSoonAfter(now: Instant): ForecastDue {
  const due = new Date(Date.parse(now) + DUE_AFTER_MS).toISOString();
  const since = dateOfInstant(due);
  return { weekday: weekday(dayNumber(since)), time: due.slice(11, 16), zone: 'UTC', since };
}

/** Where a deployed stack keeps its settings. */
export const settingTables = (outputs: Outputs): SettingTables => ({
  client: documentClient(),
  table: outputOf(outputs, 'SettingsTableName'),
  auditTable: outputOf(outputs, 'AuditTableName'),
  clock: systemClock,
});

/** Writes settings as a steward does; a refusal is thrown. */
function settingWriter(outputs: Outputs) {
  const tables = settingTables(outputs);
  return async <K extends SettingKind>(kind: K, id: string, value: Setting<K>): Promise<void> => {
    const written = await writeSetting(tables, { kind, id, value, actor: STEWARD, reason: 'first set-up' });
    if (!written.ok) throw new Error(`The setting ${kind} was refused: ${written.problem.detail}`);
  };
}

async function keepSecret(name: string, value: Readonly<Record<string, string>>): Promise<void> {
  const secrets = new SecretsManagerClient({});
  const SecretString = JSON.stringify(value);
  try {
    await secrets.send(new CreateSecretCommand({ Name: name, SecretString }));
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
    await secrets.send(new PutSecretValueCommand({ SecretId: name, SecretString }));
  }
}
