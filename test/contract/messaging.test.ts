import { randomUUID } from 'node:crypto';
import {
  CloudFormationClient,
  CreateStackCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { eventBridgeBus } from '#adapters/eventbridge/bus.ts';
import { sqsPostingWakes } from '#adapters/sqs/posting-wakes.ts';
import { sqsQueue } from '#adapters/sqs/queue.ts';
import { wakeTask, workflow } from '#adapters/stepfunctions/workflow.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { embeddedCloud } from './embedded-cloud.ts';

const unique = (name: string): string => `contract-${name}-${randomUUID().slice(0, 8)}`;

async function aQueue(sqs: SQSClient, fifo: boolean): Promise<string> {
  const QueueName = `${unique('queue')}${fifo ? '.fifo' : ''}`;
  const Attributes = fifo ? { FifoQueue: 'true' } : {};
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  if (!QueueUrl) throw new Error('no queue was created');
  return QueueUrl;
}

async function receive(sqs: SQSClient, url: string, count: number): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  for (let attempt = 0; attempt < 20 && bodies.length < count; attempt += 1) {
    const command = new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
    const { Messages = [] } = await sqs.send(command);
    bodies.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)));
  }
  return bodies;
}

const envelope = (n: number): EventEnvelope => ({
  specversion: '1.0',
  id: `item/A/${n}`,
  source: 'crossdock',
  type: 'crossdock.item-changed.v1',
  subject: 'A',
  time: '2026-11-23T08:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: `${n}`,
  correlationid: 'cor-12345678',
  data: { itemId: 'A' },
});

describe('EventBus: EventBridge', () => {
  it('[E1] more events than one call takes reach a consumer, each as it was committed', async () => {
    const events = new EventBridgeClient(embeddedCloud());
    const sqs = new SQSClient(embeddedCloud());
    const busName = unique('bus');
    const url = await aQueue(sqs, false);
    await events.send(new CreateEventBusCommand({ Name: busName }));
    const EventPattern = JSON.stringify({ 'detail-type': ['crossdock.item-changed.v1'] });
    await events.send(new PutRuleCommand({ Name: 'items', EventBusName: busName, EventPattern }));
    const Arn = `arn:aws:sqs:us-east-1:000000000000:${url.split('/').at(-1)}`;
    await events.send(
      new PutTargetsCommand({ Rule: 'items', EventBusName: busName, Targets: [{ Id: 'queue', Arn }] }),
    );
    const envelopes = Array.from({ length: 23 }, (_, n) => envelope(n + 1));
    const outcomes = await eventBridgeBus({ client: events, busName }).publish(envelopes);
    expect(outcomes).toEqual(Array(23).fill({ accepted: true }));
    const received = await receive(sqs, url, 23);
    const details = received.map((body) => (body as { detail: EventEnvelope }).detail);
    expect(details.sort((a, b) => Number(a.sequence) - Number(b.sequence))).toEqual(envelopes);
    expect(received[0]).toMatchObject({ source: 'crossdock', 'detail-type': 'crossdock.item-changed.v1' });
  });

  it('[O7] a bus that does not answer is an outcome of each event, not a crash', async () => {
    const client = new EventBridgeClient({
      ...embeddedCloud(),
      endpoint: 'http://127.0.0.1:1',
      maxAttempts: 1,
    });
    const outcomes = await eventBridgeBus({ client, busName: 'none' }).publish([envelope(1), envelope(2)]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([false, false]);
  });
});

describe('Queue: SQS', () => {
  it('[X2] a posting is woken in the order of its document, and once for the same fence', async () => {
    const sqs = new SQSClient(embeddedCloud());
    const url = await aQueue(sqs, true);
    const wakes = sqsPostingWakes(sqsQueue(url, sqs));
    const correlationId = 'cor-12345678';
    const posting = { effectId: 'e-1', documentId: 'po-1', system: 'tryton', fence: 1, correlationId };
    await wakes.wake(posting);
    await wakes.wake(posting);
    await wakes.wake({ ...posting, effectId: 'e-2' });
    await wakes.wake({ ...posting, fence: 2 });
    expect(await receive(sqs, url, 3)).toEqual([
      { effectId: 'e-1', correlationId },
      { effectId: 'e-2', correlationId },
      { effectId: 'e-1', correlationId },
    ]);
  });

  it('a message above 200 KB is refused before it is sent', async () => {
    const sqs = new SQSClient(embeddedCloud());
    const queue = sqsQueue(await aQueue(sqs, false), sqs);
    await expect(queue.send({ body: 'x'.repeat(205_000) })).rejects.toThrow('keep the bulk in an object');
  });
});

/** A role for a workflow that sends messages: where IAM is enforced, a workflow without one does nothing. */
async function aWorkflowRole(): Promise<string> {
  const cloudFormation = new CloudFormationClient(embeddedCloud());
  const RoleName = unique('role');
  const allow = (Statement: object) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', ...Statement }],
  });
  const role = {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName,
      AssumeRolePolicyDocument: allow({
        Principal: { Service: 'states.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Policies: [{ PolicyName: 'send', PolicyDocument: allow({ Action: 'sqs:SendMessage', Resource: '*' }) }],
    },
  };
  const TemplateBody = JSON.stringify({ Resources: { Role: role } });
  await cloudFormation.send(
    new CreateStackCommand({ StackName: RoleName, TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
  );
  await waitUntilStackCreateComplete(
    { client: cloudFormation, minDelay: 1, maxDelay: 1, maxWaitTime: 20 },
    { StackName: RoleName },
  );
  return `arn:aws:iam::000000000000:role/${RoleName}`;
}

describe('Workflow: Step Functions', () => {
  const machine = async (sfn: SFNClient, state: object) => {
    const { stateMachineArn } = await sfn.send(
      new CreateStateMachineCommand({
        name: unique('workflow'),
        roleArn: await aWorkflowRole(),
        definition: JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: state } }),
      }),
    );
    if (!stateMachineArn) throw new Error('no state machine was created');
    return stateMachineArn;
  };

  it('[B1] a name starts one execution, however often it is started', async () => {
    const sfn = new SFNClient(embeddedCloud());
    const stateMachineArn = await machine(sfn, { Type: 'Pass', End: true });
    const release = workflow<{ releaseId: string }>(stateMachineArn, sfn);
    await release.start('fr-1', { releaseId: 'fr-1' });
    await release.start('fr-1', { releaseId: 'fr-1' });
    await release.start('fr-1', { releaseId: 'another' });
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions.map(({ name }) => name)).toEqual(['fr-1']);
  });

  it('[R5] a step that waits is woken once; a second time and a token of nobody are no crash', async () => {
    const sfn = new SFNClient(embeddedCloud());
    const sqs = new SQSClient(embeddedCloud());
    const url = await aQueue(sqs, false);
    const stateMachineArn = await machine(sfn, {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: url, MessageBody: { token: '{% $states.context.Task.Token %}' } },
      End: true,
    });
    await workflow(stateMachineArn, sfn).start('ag-1', {});
    const [message] = await receive(sqs, url, 1);
    const { token } = message as { token: string };
    expect(await wakeTask(token, { approvalGroupId: 'ag-1' }, sfn)).toBe('woken');
    const executionArn = await finished(sfn, stateMachineArn);
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(JSON.stringify(events)).toContain('ag-1');
    expect(await wakeTask(token, {}, sfn)).toBe('not-waiting');
    expect(await wakeTask('nobody', {}, sfn)).toBe('not-waiting');
  });
});

async function finished(sfn: SFNClient, stateMachineArn: string): Promise<string> {
  const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
  const executionArn = executions[0]?.executionArn ?? '';
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') return executionArn;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the execution did not finish within five seconds');
}
