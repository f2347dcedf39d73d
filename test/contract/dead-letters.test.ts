/** Dead letters with every adapter real: SQS's own redrive policy buries a message, and everything after is ours. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoFailureNotes, noteFailure } from '#adapters/dead-letters/failure-notes.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { sqsDeadLetterQueues } from '#adapters/sqs/dead-letter-queues.ts';
import { physicalName } from '#adapters/sqs/deployed-queues.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import { type RedrivePorts, runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { startRedrive } from '#platform/dead-letters/start-redrive.ts';
import { embeddedCloud } from './embedded-cloud.ts';
import { recordsIndexes, type ThrowAwayTable, throwAwayTable } from './throw-away-tables.ts';

const queues = [
  { name: 'answers', consumer: 'apply-answer', fifo: false },
  { name: 'lanes', consumer: 'work-lane', fifo: true },
] as const;
type Queue = (typeof queues)[number];

describe('dead letters in the embedded cloud', () => {
  const prefix = `contract-${randomUUID().slice(0, 8)}`;
  const sqs = new SQSClient(embeddedCloud());
  const urls = new Map<string, string>();
  const tables: ThrowAwayTable[] = [];
  let ports: RedrivePorts;

  beforeAll(async () => {
    const s3 = new S3Client({ ...embeddedCloud(), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: prefix }));
    for (const queue of queues) {
      const fifo = queue.fifo ? { FifoQueue: 'true' } : {};
      const dead = physicalName(prefix, queue, '-dead');
      await sqs.send(new CreateQueueCommand({ QueueName: dead, Attributes: fifo }));
      const { region } = embeddedCloud();
      const deadLetterTargetArn = `arn:aws:sqs:${region}:000000000000:${dead}`;
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
      const { QueueUrl = '' } = await sqs.send(
        new CreateQueueCommand({
          QueueName: physicalName(prefix, queue, ''),
          Attributes: { ...fifo, RedrivePolicy, VisibilityTimeout: '0' },
        }),
      );
      urls.set(queue.name, QueueUrl);
    }
    const [records, audit, readModel] = [
      await throwAwayTable(recordsIndexes),
      await throwAwayTable(),
      await throwAwayTable(),
    ];
    tables.push(records, audit, readModel);
    ports = {
      queues: sqsDeadLetterQueues({ client: sqs, queues, prefix }),
      notes: dynamoFailureNotes({ client: readModel.client, table: readModel.table }),
      records: dynamoRecords({ client: records.client, table: records.table, auditTable: audit.table }),
      objects: s3Objects({ client: s3, bucketName: () => prefix }),
      clock: systemClock,
      pause: (milliseconds) => pause(milliseconds),
    };
  });
  afterAll(async () => {
    for (const table of tables) await table.remove();
    sqs.destroy();
  });

  const send = (queue: Queue, n: number) =>
    sqs.send(
      new SendMessageCommand({
        QueueUrl: urls.get(queue.name),
        MessageBody: JSON.stringify({ effectId: `effect-${n}`, correlationId: 'cor-12345678' }),
        ...(queue.fifo ? { MessageGroupId: 'g', MessageDeduplicationId: `first-${n}` } : {}),
      }),
    );
  /** What the consumer of a queue gets, until it gets nothing. */
  const work = async (queue: Queue, each: (message: Message) => Promise<void>): Promise<void> => {
    for (let quiet = 0; quiet < 2; ) {
      const command = new ReceiveMessageCommand({
        QueueUrl: urls.get(queue.name),
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
      });
      const { Messages = [] } = await sqs.send(command);
      for (const message of Messages) await each(message);
      quiet = Messages.length === 0 ? quiet + 1 : 0;
    }
  };
  const fails = async ({ MessageId = '' }: Message): Promise<void> => {
    const [, , readModel] = tables;
    if (!readModel) throw new Error('no read model');
    const { client, table } = readModel;
    const note = { code: 'file-missing', detail: 'gone', function: 'apply', at: systemClock.now() };
    await noteFailure(MessageId, note, { client, table });
  };
  const waiting = async (queue: Queue) => {
    const list = { list: 'dead-letters-by-queue', scope: `${queue.name}#waiting`, limit: 50 } as const;
    return (await ports.records.list('dead-letter', list)).entries.map(({ body }) => body);
  };

  it.each(queues)(
    '[O4] what dies in $name is known with its reason, redriven and applied; poison is marked',
    {
      timeout: 120_000,
    },
    async (queue) => {
      for (const n of [1, 2, 3]) await send(queue, n);
      await work(queue, fails);
      expect((await indexDeadLetters(ports, () => false)).failed).toEqual([]);
      expect(await waiting(queue)).toHaveLength(3);
      expect((await waiting(queue))[0]).toMatchObject({
        carries: { kind: 'posting' },
        about: 'cor-12345678',
        died: { class: 'file-missing', detail: 'gone (apply)' },
        returns: 0,
      });

      const redrive = async (redriveId: string): Promise<void> => {
        const actor = { kind: 'person', id: 'ops@example.com' } as const;
        const wish = { redriveId, queue: queue.name, perSecond: 100, reason: 'repaired', actor };
        unwrap(
          await startRedrive(ports, { ...wish, selection: { kind: 'all' }, correlationId: 'cor-87654321' }),
        );
        await runRedrive(ports, redriveId, () => false);
        expect((await ports.records.get('redrive', redriveId))?.body).toMatchObject({ state: 'done' });
      };
      const applied: string[] = [];
      await redrive(`rd-${queue.name}-1`);
      await work(queue, async (message) => {
        if (message.Body?.includes('effect-2')) return fails(message);
        applied.push(message.Body ?? '');
        const { ReceiptHandle } = message;
        await sqs.send(new DeleteMessageCommand({ QueueUrl: urls.get(queue.name), ReceiptHandle }));
      });
      expect(applied).toHaveLength(2);
      await indexDeadLetters(ports, () => false);
      expect(await waiting(queue)).toMatchObject([
        { returns: 1, redrives: [{ redriveId: `rd-${queue.name}-1` }] },
      ]);

      await redrive(`rd-${queue.name}-2`);
      await work(queue, async ({ Body = '', ReceiptHandle }) => {
        applied.push(Body);
        await sqs.send(new DeleteMessageCommand({ QueueUrl: urls.get(queue.name), ReceiptHandle }));
      });
      expect(applied).toHaveLength(3);
      expect(await waiting(queue)).toEqual([]);
      expect(await ports.queues.count(queue.name)).toEqual({ messages: 0, held: 0 });
    },
  );
});
