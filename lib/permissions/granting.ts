import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Environment } from '../environments.ts';
import { type Names, namesOf } from '../names.ts';

/** Where rights are given, and the words they are put together from. */
export interface Granting {
  readonly stack: Stack;
  readonly environment: Environment;
  readonly names: Names;
  allow(sid: string, actions: string[], resources: string[]): PolicyStatement;
  /** The ARN of a table. */
  table(name: string): string;
  /** The ARN of a bucket. */
  bucket(name: string): string;
  /** Without it, S3 answers 403 for an object that is not there, and absence could not be told from refusal. */
  tellAbsence(where: string, bucketName: string): PolicyStatement;
}

export function grantingIn(stack: Stack, environment: Environment): Granting {
  const bucket = (name: string): string => `arn:${stack.partition}:s3:::${name}`;
  const allow = (sid: string, actions: string[], resources: string[]): PolicyStatement =>
    new PolicyStatement({ sid, actions, resources });
  return {
    stack,
    environment,
    names: namesOf(environment),
    allow,
    table: (name) => stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: name }),
    bucket,
    tellAbsence: (where, name) => allow(`TellAbsenceIn${where}`, ['s3:ListBucket'], [bucket(name)]),
  };
}
