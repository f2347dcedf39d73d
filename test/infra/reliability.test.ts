import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricName } from '#adapters/lambda/figure-metrics.ts';
import { measureDefinitions } from '#business/measures/definitions.ts';
import { exceptionOwnerSchema } from '#core/canonical/exception.ts';
import { chain, dialogue, housekeeping } from '#lib/observability/chain.ts';
import { exceptionOwners, metricOf, watchedMetrics, watchedShares } from '#lib/observability/watched.ts';
import { resourcesOf, templatesOf } from './synthesised.ts';

const prod = templatesOf('prod');
const queues = resourcesOf(prod, 'AWS::SQS::Queue');
const functions = resourcesOf(prod, 'AWS::Lambda::Function');
const mappings = resourcesOf(prod, 'AWS::Lambda::EventSourceMapping');
const fourteenDays = 14 * 24 * 3600;

const logicalId = (path: string): string => path.slice(path.indexOf('/') + 1);
const find = (list: typeof queues, id: string) => list.find(([path]) => logicalId(path) === id)?.[1];

describe('reliability', () => {
  it('[O7] every work queue has a dead-letter queue, both keep messages 14 days, encrypted', () => {
    expect(queues.length).toBeGreaterThan(8);
    for (const [id, { Properties }] of queues) {
      expect(Properties.MessageRetentionPeriod, id).toBe(fourteenDays);
      expect(Properties.SqsManagedSseEnabled, id).toBe(true);
      if (String(Properties.QueueName).includes('-dead')) continue;
      const target = Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0];
      expect(find(queues, target)?.Properties.QueueName, id).toContain('-dead');
    }
  });

  it('[O7] a message stays invisible at least six times as long as its function may take', () => {
    const fed = mappings.filter(([, { Properties }]) =>
      JSON.stringify(Properties.EventSourceArn).includes('Queue'),
    );
    expect(fed.length).toBeGreaterThanOrEqual(5);
    for (const [id, { Properties }] of fed) {
      const queue = find(queues, Properties.EventSourceArn['Fn::GetAtt'][0]);
      const consumer = find(functions, Properties.FunctionName.Ref);
      expect(queue?.Properties.VisibilityTimeout, id).toBeGreaterThanOrEqual(
        6 * consumer?.Properties.Timeout,
      );
    }
  });

  it('[O7] one bad message never fails its batch', () => {
    expect(mappings.length).toBeGreaterThan(5);
    for (const [id, { Properties }] of mappings) {
      expect(Properties.FunctionResponseTypes, id).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('[X2] the posting queue is first-in first-out, and its receive count catches crashes only', () => {
    const posting = queues.find(
      ([, { Properties }]) => Properties.QueueName === 'crossdock-prod-postings-tryton.fifo',
    )?.[1];
    expect(posting?.Properties.FifoQueue).toBe(true);
    expect(posting?.Properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(20);
  });

  it('[O6] every function logs as JSON with retention, is traced, and has an alarm', () => {
    const alarms = JSON.stringify(
      resourcesOf(prod, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmName),
    );
    for (const [id, { Properties }] of functions) {
      expect(Properties.TracingConfig, id).toEqual({ Mode: 'Active' });
      expect(Properties.LoggingConfig.LogFormat, id).toBe('JSON');
      expect(alarms, id).toContain(`${Properties.FunctionName}-errors`);
    }
    for (const [id, { Properties }] of resourcesOf(prod, 'AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays, id).toBe(180);
  });

  it('[O6] every alarm names a runbook that exists, and goes to the alarm topic', () => {
    const alarms = resourcesOf(prod, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(functions.length);
    for (const [id, { Properties }] of alarms) {
      const runbook =
        String(Properties.AlarmDescription).match(/Runbook: (docs\/runbooks\/[a-z-]+\.md)/)?.[1] ?? '';
      expect(existsSync(runbook), `${id}: ${runbook}`).toBe(true);
      expect(JSON.stringify(Properties.AlarmActions), id).toContain('crossdock-prod-alarms');
    }
  });

  it('[O6] every alarm on a measure of ours watches what its function counts', () => {
    const own = resourcesOf(prod, 'AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) => Properties)
      .filter(({ Namespace }) => Namespace === 'Crossdock');
    expect(own.length).toBe(watchedMetrics.length);
    for (const { MetricName, Dimensions } of own) {
      const { Value } = Dimensions.find(({ Name }: { Name: string }) => Name === 'service');
      const source = readFileSync(`functions/${String(Value).replace('.', '/')}.ts`, 'utf8');
      expect(source, MetricName).toMatch(new RegExp(`(count|countBy|seconds)\\('${MetricName}'`));
    }
  });

  it('[O6] every alarm on a share watches what a measure counts, under the name it is published by', () => {
    const shares = new Set(
      measureDefinitions.filter(({ statistic }) => statistic === 'ratio').map(({ counted }) => counted),
    );
    for (const { counted } of watchedShares) {
      expect(shares).toContain(counted);
      expect(metricOf(counted)).toBe(metricName(counted));
    }
    const own = resourcesOf(prod, 'AWS::CloudWatch::Alarm').filter(([, { Properties }]) =>
      String(Properties.AlarmName).endsWith('Low'),
    );
    expect(own.length).toBe(watchedShares.length);
  });

  it('[O6] exceptions past their due date raise an alarm for each role that owns some', () => {
    expect([...exceptionOwners].sort()).toEqual([...exceptionOwnerSchema.options].sort());
  });

  it('[O6] there is a dashboard for each who looks, and none for what does not run', () => {
    const names = resourcesOf(prod, 'AWS::CloudWatch::Dashboard').map(
      ([, { Properties }]) => Properties.DashboardName,
    );
    expect(names.sort()).toEqual(
      ['business', 'operations', 'suppliers'].map((audience) => `crossdock-prod-${audience}`),
    );
    const deployed = JSON.stringify(functions.map(([, { Properties }]) => Properties.FunctionName));
    for (const name of [...chain, ...dialogue.map((one) => one.name), ...housekeeping]) {
      expect(deployed).toContain(`"crossdock-prod-${name}"`);
    }
  });

  it('[E2] the relay of committed events bisects, gives up on a batch only after ten tries, and says so', () => {
    const relay = mappings.find(([, { Properties }]) => Properties.StartingPosition === 'TRIM_HORIZON')?.[1]
      .Properties;
    expect(relay).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10 });
    expect(relay.DestinationConfig.OnFailure.Destination).toBeDefined();
    expect(relay.ParallelizationFactor ?? 1).toBe(1);
    const watched = resourcesOf(prod, 'AWS::CloudWatch::Alarm').map(
      ([, { Properties }]) => Properties.AlarmName,
    );
    expect(watched).toContain('crossdock-prod-relay-failures');
  });

  it('[O7] an order group that fails ends no other; a chunk that fails ends the release', () => {
    const tolerated = Object.fromEntries(
      resourcesOf(prod, 'AWS::StepFunctions::StateMachine').map(([, { Properties }]) => {
        const definition = JSON.stringify(Properties.DefinitionString);
        return [Properties.StateMachineName, definition.split('ToleratedFailurePercentage').length - 1];
      }),
    );
    expect(tolerated).toEqual({
      'crossdock-prod-replenish-release': 1,
      'crossdock-prod-forecast-release': 0,
    });
    const [replenish = ''] = resourcesOf(prod, 'AWS::StepFunctions::StateMachine')
      .map(([, { Properties }]) => JSON.stringify(Properties.DefinitionString))
      .filter((definition) => definition.includes('OrderGroups'));
    expect(replenish.indexOf('ToleratedFailurePercentage')).toBeGreaterThan(
      replenish.indexOf('ProposeGroup'),
    );
  });

  it('[O7] workflows retry only what may pass by itself', () => {
    for (const [id, { Properties }] of resourcesOf(prod, 'AWS::StepFunctions::StateMachine')) {
      const definition = JSON.stringify(Properties.DefinitionString);
      expect(definition, id).toContain('Retryable');
      expect(definition, id).not.toContain('States.ALL');
      expect(Properties.LoggingConfiguration.IncludeExecutionData, id).toBe(false);
    }
  });
});
