import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Setting, type SettingKind, settingIdOf, settingSchemas } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Actor } from '#core/kernel/correlation.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { SettingsWriter } from '#core/kernel/settings.ts';
import { changedFields } from '#platform/journal/changed-fields.ts';
import { faultsOf } from '#platform/journal/faults.ts';
import { auditPut } from './audit-layout.ts';
import { dynamoSettings, settingKey } from './settings.ts';

export interface SettingTables {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly auditTable: string;
  readonly clock: Clock;
}

export interface SettingChange<K extends SettingKind> {
  readonly kind: K;
  /** Empty where there is one of the kind. */
  readonly id: string;
  readonly value: Setting<K>;
  readonly actor: Actor;
  readonly reason?: string;
  /** The version it must follow; whatever is in force when left out. */
  readonly expect?: 'absent' | number;
  /** Verb and noun for the audit record; `change-setting` when left out. */
  readonly action?: string;
  /** Source address, where there is one. */
  readonly from?: string;
}

/**
 * Store a setting as its next version, keep the version for good, and write who did it, in one transaction.
 * Answers the new version; `validation-failed` or `record-changed` when someone else wrote in between.
 */
export async function writeSetting<K extends SettingKind>(
  { client, table, auditTable, clock }: SettingTables,
  { kind, id, value, actor, reason, expect, action = 'change-setting', from }: SettingChange<K>,
): Promise<Result<number>> {
  const checked = settingSchemas[kind].safeParse(value);
  if (!checked.success) return fail(problem('validation-failed', faultsOf(checked.error)));
  const ownId = settingIdOf(kind, value);
  if (id !== ownId) {
    const given = id === '' ? 'none was given' : `it was given as "${id}"`;
    const detail =
      ownId === '' ? `There is one ${kind}: it has no id, and ${given}.` : `Its id is "${ownId}"; ${given}.`;
    return fail(problem('validation-failed', detail));
  }
  const pk = settingKey(kind, id);
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { pk, sk: 'HEAD' }, ConsistentRead: true }),
  );
  const before = Number(Item?.version ?? 0);
  if (expect !== undefined && before !== (expect === 'absent' ? 0 : expect)) {
    return fail(problem('record-changed', `setting ${pk} is at version ${before}.`));
  }
  const version = before + 1;
  const stored = { pk, version, value: checked.data, updatedAt: clock.now() };
  const unchanged = {
    ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': before },
  };
  const kept = { ...stored, sk: `V#${String(version).padStart(8, '0')}` };
  const changes = [{ setting: pk, version, ...changedFields(Item?.value, checked.data) }];
  const entry = { target: `setting#${pk}`, action, actor, reason, from, changes };
  const audit = auditPut(auditTable, { ...entry, auditId: randomUUID(), at: clock.now() });
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: table, Item: { ...stored, sk: 'HEAD' }, ...unchanged } },
          { Put: { TableName: table, Item: kept } },
          audit,
        ],
      }),
    );
    return ok(version);
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return fail(problem('record-changed', `setting ${pk} changed since version ${before}.`));
  }
}

/** Settings that can be written: the same tables, by the port. */
export const dynamoSettingsWriter = (tables: SettingTables): SettingsWriter => ({
  ...dynamoSettings(tables),
  write: (kind, value, expect, audit) =>
    writeSetting(tables, { kind, id: settingIdOf(kind, value), value, expect, ...audit }),
});
