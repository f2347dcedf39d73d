import { Stack, Validations } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** Accept one finding of the security rules on one construct, with the reason why it is right here. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}

/**
 * Accept the wildcards that these statements spell out, each by its own finding: any other wildcard that finds its
 * way into the role still stops the build.
 */
export function acknowledgeWildcards(
  construct: IConstruct,
  statements: readonly PolicyStatement[],
  reason: string,
): void {
  const resources = statements
    .flatMap((statement) => statement.resources)
    .filter((resource) => resource.includes('*'));
  for (const resource of new Set(resources)) {
    acknowledge(construct, `AwsSolutions-IAM5[Resource::${asTheRulesNameIt(construct, resource)}]`, reason);
  }
}

/** The rules write an unresolved part as `<AWS::Partition>` or `<LogicalId.Attribute>`. */
function asTheRulesNameIt(construct: IConstruct, resource: string): string {
  const resolved: unknown = Stack.of(construct).resolve(resource);
  if (typeof resolved === 'string') return resolved;
  const parts = (resolved as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1] ?? [resolved];
  return parts.map(spelledOut).join('');
}

function spelledOut(part: unknown): string {
  if (typeof part === 'string') return part;
  const { Ref, 'Fn::GetAtt': attribute } = part as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  return `<${Ref ?? attribute?.join('.') ?? JSON.stringify(part)}>`;
}
