import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { Page } from '#core/kernel/records.ts';
import {
  type AuditLog,
  type AuditQuery,
  auditEntriesPerPage,
  type LoggedEntry,
  pagedBy,
} from '#platform/journal/audit-log.ts';
import { checkLimit, decodeCursor, encodeCursor } from '#platform/journal/cursor.ts';
import { mergeSorted } from '#platform/journal/merge-sorted.ts';
import { auditKey, auditPartitions } from './audit-layout.ts';
import { documentClient } from './client.ts';
import { orUnavailable } from './retry.ts';

export interface DynamoAuditOptions {
  readonly client?: DynamoDBDocumentClient;
  readonly table?: string;
}

type Place = Pick<DynamoAuditOptions, 'table'> & { readonly client: DynamoDBDocumentClient };

/** One query, page after page, newest first. */
interface Source {
  readonly index?: 'byTarget' | 'byActor';
  readonly partition: string;
  readonly pageSize: number;
  /** `sk` of the last entry of the page before. */
  readonly after: string | undefined;
}

/** The audit log in DynamoDB: a day's shards side by side, or one partition of an index. */
export function dynamoAuditLog(options: DynamoAuditOptions = {}): AuditLog {
  const client = options.client ?? documentClient();
  const table = options.table ?? environmentVariable('AUDIT_TABLE');
  return { list: (query) => listEntries({ client, table }, query) };
}

async function listEntries(place: Place, query: AuditQuery): Promise<Page<LoggedEntry>> {
  checkLimit(query, auditEntriesPerPage);
  const after = decodeCursor(pagedBy(query));
  const sources = sourcesOf(query, after).map((source) => readSource(place, source));
  const page: StoredEntry[] = [];
  for await (const entry of mergeSorted(sources, (a, b) => (a.sk > b.sk ? -1 : 1))) {
    const last = page.at(-1);
    if (page.length === query.limit && last) {
      return { entries: page.map(loggedOf), cursor: encodeCursor(pagedBy(query), last.sk) };
    }
    page.push(entry);
  }
  return { entries: page.map(loggedOf) };
}

function sourcesOf({ scope, limit }: AuditQuery, after: string | undefined): readonly Source[] {
  // One more than the page: whether there is a next one is known without asking again.
  const whole = { pageSize: limit + 1, after };
  switch (scope.by) {
    case 'day': {
      const partitions = auditPartitions(scope.day);
      // An even share of each shard and a little more; a shard that holds more than that is asked again.
      const pageSize = Math.ceil(limit / partitions.length) + 5;
      return partitions.map((partition) => ({ partition, pageSize, after }));
    }
    case 'target':
      return [{ index: 'byTarget', partition: scope.target, ...whole }];
    case 'actor':
      return [{ index: 'byActor', partition: scope.actor, ...whole }];
  }
}

async function* readSource({ client, table }: Place, source: Source): AsyncGenerator<StoredEntry> {
  const { index, partition, pageSize, after } = source;
  const attribute = index === undefined ? 'pk' : index === 'byTarget' ? 'target' : 'actorKey';
  let from = index === undefined || after === undefined ? undefined : startOf(attribute, partition, after);
  const beyond = index === undefined && after !== undefined;
  do {
    const command = new QueryCommand({
      TableName: table,
      ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
      KeyConditionExpression: `#pk = :pk${beyond ? ' AND sk < :after' : ''}`,
      ExpressionAttributeNames: { '#pk': attribute },
      ExpressionAttributeValues: { ':pk': partition, ...(beyond ? { ':after': after } : {}) },
      ScanIndexForward: false,
      Limit: pageSize,
      ExclusiveStartKey: from,
    });
    const page = await orUnavailable('The audit table', client.send(command));
    for (const item of page.Items ?? []) yield storedSchema.parse(item);
    from = page.LastEvaluatedKey;
  } while (from);
}

/** The key in an index after which to go on: entries of one instant have places of their own there. */
function startOf(attribute: string, partition: string, sk: string): Record<string, string> {
  const at = sk.slice(0, sk.indexOf('#'));
  return { [attribute]: partition, at, ...auditKey(at, sk.slice(at.length + 1)) };
}

const text = z.string();
const shared = {
  version: z.number(),
  fields: z.array(z.object({ path: text, before: text.optional(), after: text.optional() })).default([]),
  cut: z.boolean().default(false),
};
/** What was written; entries of settings name the setting where others name a record. */
const storedSchema = z.object({
  sk: text,
  at: text,
  action: text,
  actor: z.object({ kind: z.enum(['consumer', 'person', 'function']), id: text }),
  target: text,
  reason: text.optional(),
  detail: text.optional(),
  from: text.optional(),
  correlationId: text.optional(),
  changes: z
    .array(z.union([z.object({ type: text, id: text, ...shared }), z.object({ setting: text, ...shared })]))
    .default([]),
});
type StoredEntry = z.infer<typeof storedSchema>;

const loggedOf = ({ sk, changes, ...entry }: StoredEntry): LoggedEntry => ({
  ...entry,
  id: sk.slice(entry.at.length + 1),
  changes: changes.map(({ version, fields, cut, ...of }) => ({
    record: 'setting' in of ? `setting#${of.setting}` : `${of.type}#${of.id}`,
    version,
    fields,
    cut,
  })),
});
