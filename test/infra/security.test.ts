import { describe, expect, it } from 'vitest';
import { type Resource, resourcesOf, templatesOf } from './synthesised.ts';

const prod = templatesOf('prod');

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Effect: string;
}

const statementsOf = (role: Resource): Statement[] =>
  (role.Properties.Policies ?? []).flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );

const actionsOf = ({ Action }: Statement): string[] => [Action].flat();

/** `crossdock-prod-api/approveproposalRole…` → what the role may do, as `action on resource`. */
function rightsByFunction(): Record<string, string[]> {
  const rights: Record<string, string[]> = {};
  for (const [, resource] of resourcesOf(prod, 'AWS::IAM::Role')) {
    const description: string | undefined = resource.Properties.Description;
    const entry = description?.match(/^What (\S+) may do/)?.[1];
    if (!entry) continue;
    rights[entry] = statementsOf(resource)
      .flatMap((statement) => {
        const targets = [statement.Resource].flat().map(readable);
        return actionsOf(statement).map((action) => `${action} on ${targets.join(', ')}`);
      })
      .sort();
  }
  return rights;
}

function readable(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { 'Fn::Join': join, 'Fn::GetAtt': attribute, Ref } = resource as Record<string, unknown>;
  if (Array.isArray(join)) {
    const text = (join[1] as unknown[]).map(readable).join('');
    return text
      .replace(/^arn:.*?:(?=table|function|stateMachine|event-bus|secret|key|\w+-)/, '')
      .replace(/^arn:.*:::/, 's3 ');
  }
  if (Array.isArray(attribute)) return String(attribute[0]).replace(/[0-9A-F]{8}$/, '');
  return `<${String(Ref)}>`;
}

describe('security', () => {
  it('[G3] what every function may do is written down and changes only on purpose', () => {
    expect(rightsByFunction()).toMatchSnapshot();
  });

  it('[S7] whatever matches an invoice may read what it says', () => {
    const rights = rightsByFunction();
    for (const entry of [
      'finance/match-invoice',
      'exceptions/apply-resolution',
      'exceptions/sweep-due-dates',
    ])
      expect(rights[entry]?.join('\n'), entry).toMatch(
        /s3:GetObject on crossdock-prod-documents-.*\/documents\//,
      );
  });

  it('[A5] no role may change or delete an audit record, and only one function reads them', () => {
    const readers: string[] = [];
    for (const [id, role] of resourcesOf(prod, 'AWS::IAM::Role')) {
      for (const statement of statementsOf(role)) {
        const targets = JSON.stringify(statement.Resource);
        if (!targets.includes('crossdock-prod-audit')) continue;
        expect([['dynamodb:PutItem'], ['dynamodb:Query']], id).toContainEqual(actionsOf(statement));
        if (actionsOf(statement).includes('dynamodb:Query')) readers.push(role.Properties.Description);
      }
    }
    expect(readers).toEqual([expect.stringContaining('api/list-audit-entries')]);
  });

  it('[G3] no statement allows every action or every resource, but for those that know no resource', () => {
    const withoutResource = new Set(['dynamodb:ListStreams']);
    for (const [id, role] of resourcesOf(prod, 'AWS::IAM::Role')) {
      for (const statement of statementsOf(role)) {
        expect(
          actionsOf(statement).some((action) => action.includes('*')),
          id,
        ).toBe(false);
        if ([statement.Resource].flat().includes('*')) {
          for (const action of actionsOf(statement))
            expect(withoutResource, `${id}: ${action}`).toContain(action);
        }
      }
    }
  });

  it('[G3] every bucket is private, encrypted, versioned and refuses plain HTTP', () => {
    const policies = JSON.stringify(resourcesOf(prod, 'AWS::S3::BucketPolicy'));
    const buckets = resourcesOf(prod, 'AWS::S3::Bucket');
    expect(buckets.length).toBe(5);
    for (const [id, { Properties }] of buckets) {
      expect(Properties.PublicAccessBlockConfiguration, id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption, id).toBeDefined();
      expect(Properties.VersioningConfiguration, id).toEqual({ Status: 'Enabled' });
    }
    expect(policies.match(/"aws:SecureTransport":"false"/g)?.length).toBe(buckets.length);
  });

  it('[O8] every table can be restored to any second of the last 35 days', () => {
    const tables = resourcesOf(prod, 'AWS::DynamoDB::Table');
    expect(tables.length).toBe(6);
    for (const [id, { Properties }] of tables) {
      expect(Properties.PointInTimeRecoverySpecification, id).toMatchObject({
        PointInTimeRecoveryEnabled: true,
      });
      expect(Properties.BillingMode, id).toBe('PAY_PER_REQUEST');
    }
  });

  it('[A5] every operation but health and the contract demands a token with its scope and an API key', () => {
    const [[, api] = []] = resourcesOf(prod, 'AWS::ApiGateway::RestApi');
    const open: string[] = [];
    for (const [path, methods] of Object.entries<
      Record<string, { security: { consumer?: string[]; apiKey?: [] }[] }>
    >(api?.Properties.Body.paths)) {
      for (const { security } of Object.values(methods)) {
        if (security.length === 0) open.push(path);
        for (const needed of security) {
          expect(needed.apiKey, path).toEqual([]);
          const [own, people, ...others] = needed.consumer ?? [];
          expect(own, path).toMatch(/^crossdock\/[a-z-]+\.[a-z]+$/);
          // People reach what is not for suppliers: there their roles decide.
          expect(people, path).toBe(path.startsWith('/v1/supplier/') ? undefined : 'crossdock/console');
          expect(others, path).toEqual([]);
        }
      }
    }
    expect(open.sort()).toEqual(['/v1/health', '/v1/openapi.json']);
  });
});
