import { globSync, readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { awsClient } from '#adapters/aws-client.ts';
import { noteFailure } from '#adapters/dead-letters/failure-notes.ts';
import { runDry } from '#adapters/dry-run/dry-run.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { sqsQueue } from '#adapters/sqs/queue.ts';
import { wakeTask, workflow } from '#adapters/stepfunctions/workflow.ts';
import { trytonClient } from '#adapters/tryton/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { itemChange } from '#test/contract/sample-records.ts';
import { type DynamoServer, dynamoServer } from '../dynamodb/dynamo-server.ts';

/** Nothing answers there: whatever goes out fails. */
const nowhere = {
  endpoint: 'http://127.0.0.1:9',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
};
const text = (content: string) => new TextEncoder().encode(content);
const textOf = async (content: AsyncIterable<Uint8Array> | undefined): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of content ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

let server: DynamoServer | undefined;
afterEach(() => server?.close());

describe('a dry run', () => {
  it('[O4] commits nothing, says what it would commit, and reads it back as if it had', async () => {
    server = await dynamoServer(() => ({ body: {} }));
    const client = awsClient(server.client);
    const records = dynamoRecords({ client, table: 'records', auditTable: 'audit' });
    const { effects, settled } = await runDry(async () => {
      const committed = await records.commit({
        changes: [itemChange('A-1')],
        correlationId: 'cor-12345678',
        audit: {
          actor: { kind: 'function', id: 'test' },
          action: 'change-item',
          target: { type: 'item', id: 'A-1' },
        },
      });
      return [committed, await records.get('item', 'A-1'), await records.getMany('item', ['A-1', 'A-2'])];
    });
    expect(settled.status === 'fulfilled' ? settled.value : settled.reason).toMatchObject([
      { ok: true },
      { id: 'A-1', version: 1 },
      [{ id: 'A-1' }],
    ]);
    expect(effects).toMatchObject([
      { what: 'commit', about: 'item A-1' },
      { what: 'announce', about: 'item-changed of item A-1' },
      { what: 'note in the audit', about: 'change-item' },
    ]);
    expect(server.requests.map(({ operation }) => operation)).toEqual(['BatchGetItem']);
  });

  it('[O4] decides on what is there: an expectation that does not hold fails as it would', async () => {
    server = await dynamoServer(() => ({ body: {} }));
    const records = dynamoRecords({
      client: awsClient(server.client),
      table: 'records',
      auditTable: 'audit',
    });
    const { settled } = await runDry(() =>
      records.commit({ changes: [itemChange('A-1', 4)], correlationId: 'cor-12345678' }),
    );
    expect(settled).toMatchObject({ value: { ok: false, problem: { code: 'record-changed' } } });
  });

  it('[O4] keeps what is written to S3 to itself, small, copied and in parts', async () => {
    const client = awsClient(new S3Client({ ...nowhere, forcePathStyle: true }));
    const objects = s3Objects({ client, bucketName: (bucket) => bucket });
    const large = 'x'.repeat(6 * 1024 * 1024);
    const { effects, settled } = await runDry(async () => {
      await objects.write('documents', 'small', text('a document'), { metadata: { by: 'us' } });
      await objects.copy({ bucket: 'documents', key: 'small' }, { bucket: 'work', key: 'a copy' });
      await objects.write('work', 'large', text(large));
      return {
        small: await textOf(await objects.read('documents', 'small', { offset: 2, length: 8 })),
        metadata: await objects.metadata('documents', 'small'),
        large: (await textOf(await objects.read('work', 'large'))) === large,
        size: await objects.size('work', 'large'),
      };
    });
    expect(settled).toMatchObject({
      value: { small: 'document', metadata: { by: 'us' }, large: true, size: large.length },
    });
    expect(effects).toEqual([
      { what: 'write', about: 'documents/small' },
      { what: 'copy', about: 'documents/small to work/a copy' },
      { what: 'write', about: 'work/large' },
    ]);
    const { settled: missing } = await runDry(() => objects.read('documents', 'what is really there'));
    expect(missing.status, 'reads go out').toBe('rejected');
  });

  it('[O4] sends no message, starts no workflow and wakes none', async () => {
    const queue = sqsQueue('https://sqs/1/crossdock-prod-postings.fifo', awsClient(new SQSClient(nowhere)));
    const steps = awsClient(new SFNClient(nowhere));
    const { effects, settled } = await runDry(async () => {
      await queue.send({ body: {}, groupId: 'a', deduplicationId: 'b' });
      await workflow('arn:aws:states:eu-central-1:1:stateMachine:plan', steps).start('release-1', {});
      return wakeTask('token', {}, steps);
    });
    expect(settled).toMatchObject({ status: 'fulfilled', value: 'woken' });
    expect(effects).toEqual([
      { what: 'send a message', about: 'to crossdock-prod-postings.fifo' },
      { what: 'start the workflow', about: 'plan as release-1' },
      { what: 'wake', about: 'the step of a workflow that waits' },
    ]);
  });

  it('[O4] ends before a call that would change the ERP, and says which', async () => {
    const erp = trytonClient({
      endpoint: 'http://127.0.0.1:9',
      database: 'erp',
      company: 1,
      credential: { user: 'u', password: 'p' },
      clock: systemClock,
    });
    const call = { method: 'model.purchase.purchase.create', params: [], answer: z.unknown() };
    const { ended, effects } = await runDry(() => erp.write(call));
    expect(ended).toBe(true);
    expect(effects).toMatchObject([
      { what: 'go to the ERP', about: expect.stringContaining('model.purchase.purchase.create') },
    ]);
    expect(await erp.write(call), 'outside one it goes out').toMatchObject({ ok: false });
  });

  it('[O4] two at the same time do not see each other, and nothing outside is held back', async () => {
    server = await dynamoServer(() => ({ body: {} }));
    const client = awsClient(server.client);
    const note = { code: 'not-found', detail: 'gone', function: 'f', at: '2026-11-23T08:00:00.000Z' };
    const [one, two] = await Promise.all([
      runDry(() => noteFailure('m-1', note, { client, table: 'read-model' })),
      runDry(async () => 'nothing'),
      noteFailure('m-2', note, { client, table: 'read-model' }),
    ]);
    expect(one.effects).toEqual([{ what: 'write', about: 'read-model FAILURE#m-1' }]);
    expect(two.effects).toEqual([]);
    expect(server.requests).toMatchObject([
      { operation: 'PutItem', body: { Item: { pk: { S: 'FAILURE#m-2' } } } },
    ]);
  });

  it('[O4] can hold back whatever adapters do: each of their clients is made for it', () => {
    const sources = globSync('src/**/*.ts');
    expect(sources.length).toBeGreaterThan(100);
    const unheld = sources.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const made = [...source.matchAll(/(?<before>\S*\s*)new [A-Z]\w*Client\(/g)];
      return made.filter(({ groups }) => !/awsClient\(\s*$/.test(groups?.before ?? '')).map(() => file);
    });
    expect(unheld).toEqual([]);
  });
});
