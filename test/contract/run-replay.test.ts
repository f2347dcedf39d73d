import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoEventsOfRecord } from '#adapters/dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { countingRules } from '#business/measures/counting-rules.ts';
import { unwrap } from '#core/kernel/result.ts';
import { keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import { startReplay } from '#platform/replay/start-replay.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';
import { anEnvelope } from '#test/builders/replay-room.ts';
import { embeddedCloud } from './embedded-cloud.ts';
import { itemChange } from './sample-records.ts';
import { recordsIndexes, type ThrowAwayTable, throwAwayTable } from './throw-away-tables.ts';

const { endpoint, region, credentials } = embeddedCloud();
const sqs = new SQSClient({ endpoint, region, credentials });
const prefix = `contract-${randomUUID().slice(0, 8)}-`;
const correlationId = 'cor-12345678';
let tables: Record<'records' | 'audit' | 'readModel', ThrowAwayTable>;
let queue = '';

beforeAll(async () => {
  const [records, audit, readModel] = await Promise.all([
    throwAwayTable(recordsIndexes),
    throwAwayTable(),
    throwAwayTable(),
  ]);
  tables = { records, audit, readModel };
  const created = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}read-model` }));
  queue = created.QueueUrl ?? '';
  // What the stack gives to the function; the embedded AWS is where the SDK looks by itself.
  Object.assign(process.env, {
    ...{ CROSSDOCK_ENVIRONMENT: 'contract', POWERTOOLS_LOG_LEVEL: 'SILENT', AWS_REGION: region },
    ...{ AWS_ENDPOINT_URL: endpoint, QUEUE_NAME_PREFIX: prefix, RECORDS_TABLE: records.table },
    ...{ AUDIT_TABLE: audit.table, READ_MODEL_TABLE: readModel.table },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
  });
});
afterAll(async () => {
  await Promise.all(Object.values(tables).map(({ remove }) => remove()));
  await sqs.send(new DeleteQueueCommand({ QueueUrl: queue }));
});

async function received(
  count: number,
): Promise<readonly { readonly id: string; readonly replayid: string }[]> {
  const details: { id: string; replayid: string }[] = [];
  for (let attempt = 0; attempt < 20 && details.length < count; attempt += 1) {
    const command = new ReceiveMessageCommand({
      QueueUrl: queue,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 1,
    });
    const { Messages = [] } = await sqs.send(command);
    details.push(...Messages.map(({ Body = '' }) => JSON.parse(Body).detail));
  }
  return details;
}

it('[E4] the worker finds what was committed in a time, and brings it to the queue of the consumer', async () => {
  const { client, table } = tables.records;
  const records = dynamoRecords({ client, table, auditTable: tables.audit.table });
  const events = dynamoEventsOfRecord({ client, table });
  const readModel = readModelIn(dynamoReadModelTable({ client, table: tables.readModel.table }));
  const from = new Date().toISOString();
  for (const id of ['A', 'B', 'C']) {
    unwrap(await records.commit({ changes: [itemChange(id)], correlationId }));
    unwrap(await records.commit({ changes: [itemChange(id, 1)], correlationId }));
    const at = new Date().toISOString();
    const envelope = anEnvelope({ name: 'item-changed', id, sequence: 2, at, data: { itemId: id } });
    unwrap(
      await keepReadModel({ records, events, readModel, rules: countingRules({ due: undefined }) }, envelope),
    );
  }
  const actor = { kind: 'person', id: 'ops-1' } as const;
  const selection = { events: ['item-changed'], from, to: new Date(Date.now() + 60_000).toISOString() };
  const wish = { consumer: 'keep-read-model', selection, perSecond: 100, reason: 'a new measure' };
  const clock = { now: () => new Date().toISOString() };
  const asked = { replayId: 'rpl-1', ...wish, actor, correlationId };
  await new Promise((resolve) => setTimeout(resolve, 5));
  unwrap(await startReplay({ records, clock }, asked));

  const { handler } = await import('#functions/replay/run-replay.ts');
  expect(await handler({ goOn: true }, lambdaContext)).toEqual({ 'rpl-1': 'over' });
  const came = await received(6);
  expect(came.map(({ id }) => id).sort()).toEqual(
    ['A', 'B', 'C'].flatMap((id) => [`item/${id}/1`, `item/${id}/2`]),
  );
  expect(new Set(came.map(({ replayid }) => replayid))).toEqual(new Set(['rpl-1']));
  expect((await records.get('replay', 'rpl-1'))?.body).toMatchObject({
    ...{ state: 'done', counts: { read: 6, sent: 6, skipped: 0 } },
  });
  expect(await handler({ goOn: true }, lambdaContext)).toEqual({});
});
