import { describe, expect, it } from 'vitest';
import { deployedQueues, physicalName } from '#adapters/sqs/deployed-queues.ts';
import { resourcesOf, templatesOf } from './synthesised.ts';

const prod = templatesOf('prod');
const queues = resourcesOf(prod, 'AWS::SQS::Queue').map(([, { Properties }]) => Properties);
const functions = resourcesOf(prod, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties);
const named = (name: string) =>
  functions.find(({ FunctionName }) => FunctionName === `crossdock-prod-${name}`);
const told = (name: string) => deployedQueues(named(name)?.Environment.Variables.DEAD_LETTER_QUEUES);

/** `action resource` of the role of a function, for actions of one service. */
function rightsOf(entry: string, service: string): string[] {
  const role = resourcesOf(prod, 'AWS::IAM::Role').find(([, { Properties }]) =>
    String(Properties.Description).startsWith(`What ${entry} may do`),
  )?.[1];
  const statements: { Action: string | string[]; Resource: unknown }[] =
    role?.Properties.Policies.flatMap(
      (policy: { PolicyDocument: { Statement: unknown[] } }) => policy.PolicyDocument.Statement,
    ) ?? [];
  return statements.flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .filter((action) => action.startsWith(`${service}:`))
      .flatMap((action) => [Resource].flat().map((resource) => `${action} ${nameOf(resource)}`)),
  );
}

const nameOf = (resource: unknown): string =>
  JSON.stringify(resource).match(/crossdock-prod-[\w.-]+/)?.[0] ?? '';

describe('dead letters as they are deployed', () => {
  it('[O4] every queue that has dead letters is known by name to whoever looks after them', () => {
    const sources = queues
      .map(({ QueueName }) => String(QueueName))
      .filter((name) => !name.includes('-dead'));
    for (const name of ['index-dead-letters', 'run-redrive', 'start-redrive', 'list-dead-letter-queues'])
      expect(
        told(name)
          .map((queue) => physicalName('crossdock-prod', queue, ''))
          .sort(),
        name,
      ).toEqual([...sources].sort());
    expect(told('run-redrive').filter(({ consumer }) => consumer === undefined)).toEqual([
      { name: 'relay-failures', fifo: false },
    ]);
    expect(told('run-redrive')).toContainEqual({
      name: 'postings-tryton',
      fifo: true,
      consumer: 'post-document',
    });
  });

  it('[O4] the functions that it names as consumers are there', () => {
    for (const { consumer } of told('run-redrive'))
      if (consumer) expect(named(consumer), consumer).toBeDefined();
  });

  it('[O4] each dead-letter queue takes dead letters of its own queue and of no other, for AWS as for us', () => {
    const dead = queues.filter(({ QueueName }) => String(QueueName).includes('-dead'));
    expect(dead.length).toBeGreaterThan(20);
    for (const { QueueName, RedriveAllowPolicy } of dead) {
      expect(RedriveAllowPolicy, QueueName).toMatchObject({ redrivePermission: 'byQueue' });
      expect(RedriveAllowPolicy.sourceQueueArns.map(nameOf), QueueName).toEqual([
        String(QueueName).replace('-dead', ''),
      ]);
    }
  });

  it('[O4] a redrive may send to queues that something works, and the index to none', () => {
    const worked = told('run-redrive')
      .filter(({ consumer }) => consumer !== undefined)
      .map((queue) => `sqs:SendMessage ${physicalName('crossdock-prod', queue, '')}`);
    const sends = (entry: string) =>
      rightsOf(entry, 'sqs').filter((right) => right.startsWith('sqs:SendMessage'));
    expect(sends('dead-letters/run-redrive').sort()).toEqual(worked.sort());
    expect(sends('dead-letters/index-dead-letters')).toEqual([]);
    expect(sends('api/start-redrive')).toEqual([]);
  });

  it('[O4] a dry run may call consumers and nothing else', () => {
    const consumers = told('run-redrive').flatMap(({ consumer }) => consumer ?? []);
    expect(rightsOf('api/rehearse-dead-letter', 'lambda').sort()).toEqual(
      [...new Set(consumers)].map((name) => `lambda:InvokeFunction crossdock-prod-${name}`).sort(),
    );
  });

  it('[O4] every consumer of a queue may note why a message failed, and nothing else of the read model', () => {
    for (const { consumer = '' } of told('run-redrive').filter((queue) => queue.consumer !== undefined)) {
      const variables = named(consumer)?.Environment.Variables;
      expect(variables?.READ_MODEL_TABLE, consumer).toBe('crossdock-prod-read-model');
    }
    expect(
      rightsOf('purchasing/apply-acknowledgement', 'dynamodb').filter((right) =>
        right.endsWith('read-model'),
      ),
    ).toEqual(['dynamodb:PutItem crossdock-prod-read-model']);
  });
});
