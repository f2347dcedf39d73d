import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Environment } from '../environments.ts';

/**
 * The statement with which a bucket, queue or topic refuses whoever comes without TLS; only where AWS is embedded
 * may the machine itself, which speaks to it over the loopback interface.
 */
export const refusePlainHttp = (
  { plainHttpFrom }: Environment,
  actions: string[],
  resources: string[],
): PolicyStatement =>
  new PolicyStatement({
    sid: 'RefusePlainHttp',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources,
    conditions: {
      Bool: { 'aws:SecureTransport': 'false' },
      ...(plainHttpFrom ? { NotIpAddress: { 'aws:SourceIp': plainHttpFrom } } : {}),
    },
  });
