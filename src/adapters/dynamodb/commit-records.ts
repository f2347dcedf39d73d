import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { PreparedAlias, PreparedCommit, PreparedEvent, PreparedHead } from '#platform/journal/model.ts';
import { identifierTaken } from '#platform/journal/prepare-aliases.ts';
import { recordChanged } from '#platform/journal/prepare-commit.ts';
import { commitAuditPut } from './audit-layout.ts';
import type { Table } from './read-records.ts';
import { aliasTableKey, eventItem, headItem } from './records-layout.ts';
import { backOff, isPassing, unavailable } from './retry.ts';

type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One item of the transaction, and what it means when its condition does not hold. */
interface Write {
  readonly item: WriteItem;
  readonly refused: (present: Readonly<Record<string, unknown>> | undefined) => Problem;
}

export interface CommitTables extends Table {
  readonly auditTable: string;
}

/** How often a transaction that met another one, or a throttle, is sent again. */
const attempts = 5;

/**
 * Write a prepared commit, all or nothing. The request token stays the same over all attempts: one whose answer was
 * lost is not done twice.
 */
export async function writeCommit(tables: CommitTables, commit: PreparedCommit): Promise<Result<void>> {
  const writes = writesOf(tables, commit);
  const command = new TransactWriteCommand({
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map(({ item }) => item),
  });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await backOff(attempt);
    try {
      await tables.client.send(command);
      return ok(undefined);
    } catch (error) {
      const refusal = refusalOf(error, writes);
      if (refusal) return fail(refusal);
    }
  }
  return fail(unavailable('The records table'));
}

/** The problem a failure means; undefined when another attempt may succeed; a bug is thrown on. */
function refusalOf(error: unknown, writes: readonly Write[]): Problem | undefined {
  if (!(error instanceof TransactionCanceledException)) {
    if (isPassing(error)) return undefined;
    throw error;
  }
  const reasons = error.CancellationReasons ?? [];
  for (const [index, { refused }] of writes.entries()) {
    const reason = reasons[index];
    if (reason?.Code === 'ConditionalCheckFailed') return refused(reason.Item);
  }
  const codes = reasons.map(({ Code = 'None' }) => Code).filter((code) => code !== 'None');
  const passing = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];
  if (codes.length > 0 && codes.every((code) => passing.includes(code))) return undefined;
  throw error;
}

/** Records before aliases: when both conditions fail the record changed, and the caller decides again. */
const writesOf = ({ table, auditTable }: CommitTables, commit: PreparedCommit): readonly Write[] => [
  ...commit.heads.map((head) => headWrite(table, head)),
  ...commit.events.map((event) => eventWrite(table, event)),
  ...commit.aliases.map((alias) => aliasWrite(table, alias)),
  ...(commit.audit ? [{ item: commitAuditPut(auditTable, commit.audit), refused: neverRefused }] : []),
];

function headWrite(table: string, head: PreparedHead): Write {
  const { type, id, expect } = head;
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const unchanged = {
    ConditionExpression: '#version = :expected',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':expected': expect },
  };
  const condition = expect === 'absent' ? absent : unchanged;
  const found = expect === 'absent' ? 'exists' : 'has changed since';
  return {
    item: { Put: { TableName: table, Item: headItem(head), ...condition } },
    refused: () => recordChanged(type, id, expect, found),
  };
}

/** An event number is given once: a second event under it would mean that the record changed in between. */
function eventWrite(table: string, event: PreparedEvent): Write {
  const { type, id, sequence } = event;
  return {
    item: {
      Put: { TableName: table, Item: eventItem(event), ConditionExpression: 'attribute_not_exists(pk)' },
    },
    refused: () => recordChanged(type, id, sequence, 'already has that event'),
  };
}

function aliasWrite(table: string, { kind, type, identifier, id, from }: PreparedAlias): Write {
  const key = aliasTableKey(type, identifier);
  const owners = Object.fromEntries(from.map((owner, index) => [`:owner${index}`, owner]));
  const condition = {
    ConditionExpression: `attribute_not_exists(pk) OR id IN (${Object.keys(owners).join(', ')})`,
    ExpressionAttributeValues: owners,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const item: WriteItem =
    kind === 'claim'
      ? { Put: { TableName: table, Item: { ...key, id }, ...condition } }
      : { Delete: { TableName: table, Key: key, ...condition } };
  const refused: Write['refused'] = (present) =>
    identifierTaken(type, identifier, [ownerOf(present) ?? 'another', id]);
  return { item, refused };
}

/** The raw attribute of a refused item: the document client leaves the reasons of a cancellation as they came. */
function ownerOf(present: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const id = present?.id;
  if (typeof id === 'string') return id;
  return id !== null && typeof id === 'object' && 'S' in id && typeof id.S === 'string' ? id.S : undefined;
}

function neverRefused(): never {
  throw new Error('an audit entry with the same random id is there already');
}
