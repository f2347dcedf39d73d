import { globSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiParts } from '#lib/api/placement.ts';
import { type EnvironmentName, environmentNamed, type missingLocally } from '#lib/environments.ts';
import { resourcesOf, templatesOf } from './synthesised.ts';

const environments: EnvironmentName[] = ['local', 'dev', 'test', 'prod'];

/** The stacks there are, by what they are for. */
const purposes = readdirSync('lib/stacks')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'crossdock-stack')
  .flatMap((name) => (name === 'api-functions' ? apiParts.map((part) => `api-${part}`) : [name]));

/** Resource types that only come with a feature the embedded cloud lacks; an alarm by what it is on. */
const typesOfFeature: Readonly<
  Record<Exclude<keyof typeof missingLocally, 'computedAlarms'>, readonly string[]>
> = {
  busArchive: ['AWS::Events::Archive'],
  webFirewall: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::WebACLAssociation'],
  compositeAlarms: ['AWS::CloudWatch::CompositeAlarm'],
  apiAccessLogs: ['AWS::ApiGateway::Account'],
};

const isComputedAlarm = ({ Type, Properties }: { Type: string; Properties: { Metrics?: unknown } }) =>
  Type === 'AWS::CloudWatch::Alarm' && Properties.Metrics !== undefined;

describe('environments', () => {
  it.each(environments)('[G2] %s synthesises and the security rules find nothing', (name) => {
    const stacks = templatesOf(name).map(({ stack }) => stack);
    expect(stacks.sort()).toEqual(purposes.map((purpose) => `crossdock-${name}-${purpose}`).sort());
  });

  it('[G2] prod with a customer-managed key synthesises, and every table and data bucket uses the key', () => {
    const templates = templatesOf('prod', { customerKey: true });
    const tables = resourcesOf(templates, 'AWS::DynamoDB::Table');
    expect(tables).not.toHaveLength(0);
    for (const [id, { Properties }] of tables)
      expect(Properties.SSESpecification, id).toMatchObject({ SSEType: 'KMS' });
    // Access logs, and what everybody is served before signing in, are no data of ours.
    const buckets = resourcesOf(templates, 'AWS::S3::Bucket').filter(([id]) => !/AccessLogs|Files/.test(id));
    expect(buckets).toHaveLength(3);
    for (const [id, { Properties }] of buckets) {
      const [rule] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;
      expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm, id).toBe('aws:kms');
    }
  });

  it('[G2] an unknown environment is refused with the names there are', () => {
    expect(() => environmentNamed('staging')).toThrow(
      'There is no environment "staging". Use -c environment=local|dev|test|prod.',
    );
  });

  it('[G2] local is prod without what the embedded cloud lacks, and nothing else', () => {
    const missing = new Set(Object.values(typesOfFeature).flat());
    const countsOf = (name: EnvironmentName) => {
      const counts: Record<string, number> = {};
      for (const { resources } of templatesOf(name)) {
        for (const { Type, Properties } of Object.values(resources)) {
          if (missing.has(Type) || isComputedAlarm({ Type, Properties })) continue;
          counts[Type] = (counts[Type] ?? 0) + 1;
        }
      }
      return counts;
    };
    const prod = countsOf('prod');
    // The access log of the API brings its group and the role that writes it.
    const accessLog = { 'AWS::Logs::LogGroup': 1, 'AWS::IAM::Role': 1 };
    for (const [type, count] of Object.entries(accessLog)) prod[type] = (prod[type] ?? 0) - count;
    expect(countsOf('local')).toEqual(prod);
  });

  it('[G2] prod has what AWS has and the embedded cloud lacks', () => {
    for (const type of Object.values(typesOfFeature).flat()) {
      expect(resourcesOf(templatesOf('prod'), type), type).not.toHaveLength(0);
      expect(resourcesOf(templatesOf('local'), type), type).toHaveLength(0);
    }
    const computed = (name: EnvironmentName) =>
      resourcesOf(templatesOf(name), 'AWS::CloudWatch::Alarm').filter(([, alarm]) => isComputedAlarm(alarm));
    expect(computed('prod')).not.toHaveLength(0);
    expect(computed('local')).toHaveLength(0);
  });

  it('[G2] data outlives its stack in prod and goes with it elsewhere', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool'];
    for (const type of kept) {
      for (const [id, resource] of resourcesOf(templatesOf('prod'), type))
        expect(resource.DeletionPolicy, id).toBe('Retain');
      for (const [id, resource] of resourcesOf(templatesOf('local'), type))
        expect(resource.DeletionPolicy, id).toBe('Delete');
    }
  });

  it('[G2] no stack comes near the limit of resources, and none exports anything', () => {
    for (const { stack, resources, outputs } of templatesOf('prod')) {
      expect(Object.keys(resources).length, stack).toBeLessThan(400);
      const exported = Object.values(outputs).filter(({ Export }) => Export !== undefined);
      expect(exported, stack).toEqual([]);
    }
  });

  it('[G5] every function file is deployed, and every deployed function has its file', () => {
    const files = globSync('functions/*/*.ts')
      .map((file) => file.replace(/^.*\//, '').replace(/\.ts$/, ''))
      .sort();
    const deployed = resourcesOf(templatesOf('local'), 'AWS::Lambda::Function')
      .map(([, { Properties }]) => String(Properties.FunctionName).replace('crossdock-local-', ''))
      .sort();
    expect(deployed).toEqual(files);
  });
});
