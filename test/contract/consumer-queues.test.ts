import { randomUUID } from 'node:crypto';
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { eventBridgeBus } from '#adapters/eventbridge/bus.ts';
import { sqsConsumerQueues } from '#adapters/sqs/consumer-queues.ts';
import { unwrap } from '#core/kernel/result.ts';
import { asDelivered } from '#platform/replay/as-delivered.ts';
import { anEnvelope } from '#test/builders/replay-room.ts';
import { embeddedCloud } from './embedded-cloud.ts';

const { endpoint, region, credentials } = embeddedCloud();
const sqs = new SQSClient({ endpoint, region, credentials });
const prefix = `contract-${randomUUID().slice(0, 8)}-`;
const envelope = anEnvelope({
  ...{ name: 'item-changed', id: 'A', sequence: 3, at: '2026-11-23T08:00:00.250Z' },
  data: { itemId: 'A' },
});
const mark = { replayid: 'rpl-1', replayedby: 'ops-1' };

async function aQueue(name: string): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}${name}` }));
  if (!QueueUrl) throw new Error('no queue was created');
  return QueueUrl;
}

async function next(QueueUrl: string): Promise<Record<string, unknown>> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    if (Messages[0]?.Body) return JSON.parse(Messages[0].Body);
  }
  throw new Error('nothing came');
}

/** What the bus itself brings into a queue. */
async function broughtByTheBus(): Promise<Record<string, unknown>> {
  const events = new EventBridgeClient({ endpoint, region, credentials });
  const url = await aQueue('by-the-bus');
  const busName = `${prefix}bus`;
  await events.send(new CreateEventBusCommand({ Name: busName }));
  const rule = { Name: `${prefix}rule`, EventBusName: busName };
  await events.send(new PutRuleCommand({ ...rule, EventPattern: JSON.stringify({ source: ['crossdock'] }) }));
  const Arn = `arn:aws:sqs:${region}:${new URL(url).pathname.split('/')[1]}:${prefix}by-the-bus`;
  await events.send(
    new PutTargetsCommand({ Rule: rule.Name, EventBusName: busName, Targets: [{ Id: 'queue', Arn }] }),
  );
  const outcomes = await eventBridgeBus({ client: events, busName }).publish([envelope]);
  expect(outcomes).toEqual([{ accepted: true }]);
  return next(url);
}

describe('queues of consumers', () => {
  it('[E4] what is sent again looks as the bus delivers it, but for its mark and its id', async () => {
    const url = await aQueue('items');
    const queues = sqsConsumerQueues({ client: sqs, prefix });
    unwrap(await queues.send('items', (place) => asDelivered(envelope, mark, place)));
    const again = await next(url);
    const brought = await broughtByTheBus();
    expect(Object.keys(again).sort()).toEqual(Object.keys(brought).sort());
    expect(again).toEqual({
      ...brought,
      ...{ id: expect.any(String), time: '2026-11-23T08:00:00Z' },
      detail: { ...envelope, ...mark },
    });
    expect(brought.detail).toEqual(envelope);
  });

  it('[E4] a queue that is not there is said to be so, and nothing is sent anywhere else', async () => {
    const sent = await sqsConsumerQueues({ client: sqs, prefix }).send('nobody', (place) =>
      asDelivered(envelope, mark, place),
    );
    expect(sent).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[E4] a queue that does not answer is worth another try', async () => {
    const nowhere = new SQSClient({ endpoint: 'http://127.0.0.1:9', region, credentials, maxAttempts: 1 });
    const sent = await sqsConsumerQueues({ client: nowhere, prefix }).send('items', (place) =>
      asDelivered(envelope, mark, place),
    );
    expect(sent).toMatchObject({ ok: false, problem: { code: 'temporarily-unavailable' } });
  });
});
