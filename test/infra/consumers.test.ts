import { describe, expect, it } from 'vitest';
import { consumers } from '#events/consumers.ts';
import { eventsHeardBy } from '#events/define-consumer.ts';
import { resourcesOf, templatesOf } from './synthesised.ts';

const prod = templatesOf('prod');
const queues = new Map(
  resourcesOf(prod, 'AWS::SQS::Queue').map(([id, { Properties }]) => [id, String(Properties.QueueName)]),
);
const rules = resourcesOf(prod, 'AWS::Events::Rule').filter(
  ([, { Properties }]) => Properties.EventBusName !== 'default',
);

/** `stack/logical id` of a rule and the resource it names beside it. */
const beside = (path: string, logicalId: string): string =>
  `${path.slice(0, path.indexOf('/'))}/${logicalId}`;

/** Which events the rules of the bus carry into a queue. */
function carriedInto(queue: string): readonly string[] {
  const patterns = rules
    .filter(([path, { Properties }]) =>
      Properties.Targets.some(
        (target: { Arn: { 'Fn::GetAtt': [string, string] } }) =>
          queues.get(beside(path, target.Arn['Fn::GetAtt'][0])) === queue,
      ),
    )
    .map(([, { Properties }]) => Properties.EventPattern);
  return patterns.flatMap((pattern) => pattern['detail-type'] ?? ['everything']).sort();
}

describe('who hears events, as deployed', () => {
  it.each([...consumers])(
    '[E1] the queue of %s gets the events it hears, and no others',
    (_name, consumer) => {
      const carried = carriedInto(`crossdock-prod-${consumer.queue}`);
      const heard = eventsHeardBy(consumer).map((event) => `crossdock.${event}.v1`);
      expect(carried).toEqual(consumer.hears === 'everything' ? ['everything'] : [...heard].sort());
    },
  );

  it('[E1] nothing else hears events of the bus', () => {
    const targets = rules.flatMap(([path, { Properties }]) =>
      Properties.Targets.map((target: { Arn: { 'Fn::GetAtt': [string, string] } }) =>
        queues.get(beside(path, target.Arn['Fn::GetAtt'][0])),
      ),
    );
    const known = new Set([...consumers.values()].map(({ queue }) => `crossdock-prod-${queue}`));
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
  });

  it('[E4] a replay can reach the queues of consumers, and neither the bus nor any other queue', () => {
    const [, role] =
      resourcesOf(prod, 'AWS::IAM::Role').find(([, { Properties }]) =>
        String(Properties.Description).startsWith('What replay/run-replay may do'),
      ) ?? [];
    const statements: readonly { Action: string | string[]; Resource: unknown }[] =
      role?.Properties.Policies[0].PolicyDocument.Statement ?? [];
    const sends = statements.filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
    const named = sends.flatMap(({ Resource }) => [Resource].flat()).map((arn) => JSON.stringify(arn));
    expect(named).toHaveLength(consumers.size);
    for (const { queue } of consumers.values()) {
      expect(
        named.filter((arn) => arn.includes(`:crossdock-prod-${queue}"`)),
        queue,
      ).toHaveLength(1);
    }
    expect(JSON.stringify(statements)).not.toContain('events:PutEvents');
  });
});
