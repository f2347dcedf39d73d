import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { Commit, ListQuery, Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import { type CurrentRecord, recordKey } from '#platform/journal/model.ts';
import { identifiersOf, prepareCommit } from '#platform/journal/prepare-commit.ts';
import { documentClient } from './client.ts';
import { type CommitTables, writeCommit } from './commit-records.ts';
import { listRecords } from './list-records.ts';
import { readAlias, readHead, readHeads, readHistory, type Table } from './read-records.ts';
import { storedRecord } from './records-layout.ts';

export interface DynamoRecordsOptions {
  readonly client?: DynamoDBDocumentClient;
  readonly table?: string;
  readonly auditTable?: string;
  readonly clock?: Clock;
}

/** The records in DynamoDB; the tables are those of the environment unless others are named. */
export function dynamoRecords(options: DynamoRecordsOptions = {}): Records {
  const clock = options.clock ?? systemClock;
  const tables: Table = {
    client: options.client ?? documentClient(),
    table: options.table ?? environmentVariable('RECORDS_TABLE'),
  };
  // Functions that only read are not given the audit table.
  const auditTable = () => options.auditTable ?? environmentVariable('AUDIT_TABLE');
  const get = async <T extends RecordType>(type: T, id: string) => {
    const head = await readHead(tables, type, id);
    return head && storedRecord(head);
  };
  return {
    get,
    getMany: async <T extends RecordType>(type: T, ids: readonly string[]) =>
      (
        await readHeads(
          tables,
          ids.map((id) => ({ type, id })),
        )
      ).map((head) => storedRecord(head)),
    findByIdentifier: async <T extends RecordType>(type: T, identifier: Identifier) => {
      const id = await readAlias(tables, type, identifier);
      return id === undefined ? undefined : get(type, id);
    },
    list: <T extends RecordType>(type: T, query: ListQuery) => listRecords(tables, type, query),
    history: (type, id, limit) => readHistory(tables, type, id, limit),
    commit: async (commit) => commitRecords({ ...tables, auditTable: auditTable() }, clock, commit),
  };
}

/** The conditions of the transaction decide; the read before it gives the numbers that the new state builds on. */
async function commitRecords(tables: CommitTables, clock: Clock, commit: Commit): Promise<Result<void>> {
  const heads = await readHeads(
    tables,
    commit.changes.filter(({ expect }) => expect !== 'absent'),
  );
  const current = new Map<string, CurrentRecord>(
    heads.map((head) => [
      recordKey(head.type, head.id),
      { ...head, identifiers: identifiersOf(head.type, head.body) },
    ]),
  );
  const prepared = prepareCommit(commit, current, clock.now());
  return prepared.ok ? writeCommit(tables, prepared.value) : prepared;
}
