import { CfnOutput, Duration } from 'aws-cdk-lib';
import { FeaturePlan, UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { DataBucket } from '../constructs/data-bucket.ts';
import { DataTable } from '../constructs/data-table.ts';
import { passwordPolicy } from '../constructs/password-policy.ts';
import { PeoplePool } from '../constructs/people-pool.ts';
import type { Environment } from '../environments.ts';
import { signInAddress, signInDomain } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** Everything that must outlive a deploy: tables, buckets, users and, by option, the key they are encrypted with. */
export class StatefulStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'stateful', environment, 'Crossdock: tables, buckets and users');
    const key = environment.customerKey ? this.environmentKey() : undefined;
    this.tables(key);
    this.buckets(key);
    this.consumers();
    this.people();
    new CfnOutput(this, 'SystemSecretsPrefix', { value: this.names.systemSecretsPrefix });
  }

  /** What has no name of ours is found by other stacks through a parameter. */
  private publish(parameterName: string, stringValue: string): void {
    new StringParameter(this, parameterName.slice(parameterName.lastIndexOf('/') + 1), {
      parameterName,
      stringValue,
    });
  }

  private environmentKey(): IKey {
    return new Key(this, 'EnvironmentKey', {
      alias: this.names.keyAlias,
      enableKeyRotation: true,
      removalPolicy: this.target.dataRemoval,
    });
  }

  private tables(key: IKey | undefined): void {
    const table = (
      id: string,
      props: Omit<ConstructorParameters<typeof DataTable>[2], 'environment' | 'key'>,
    ): void => {
      const { table: made } = new DataTable(this, id, { ...props, environment: this.target, key });
      new CfnOutput(this, `${id}TableName`, { value: made.tableName });
      if (made.tableStreamArn) this.publish(this.names.recordsStreamParameter, made.tableStreamArn);
    };
    table('Records', {
      name: this.names.recordsTable,
      partition: 'pk',
      sort: 'sk',
      expires: 'expiresAt',
      stream: true,
      indexes: [
        { name: 'list1', partition: 'list1Pk', sort: 'list1Sk' },
        { name: 'list2', partition: 'list2Pk', sort: 'list2Sk' },
        { name: 'outbox', partition: 'outboxPk', sort: 'outboxSk' },
      ],
    });
    table('Audit', {
      name: this.names.auditTable,
      partition: 'pk',
      sort: 'sk',
      indexes: [
        { name: 'byTarget', partition: 'target', sort: 'at' },
        { name: 'byActor', partition: 'actorKey', sort: 'at' },
      ],
    });
    table('Postings', {
      name: this.names.postingsTable,
      partition: 'pk',
      sort: 'sk',
      indexes: [
        { name: 'due', partition: 'dueShard', sort: 'dueAt' },
        { name: 'byDocument', partition: 'documentId', sort: 'effectId' },
      ],
    });
    table('Idempotency', { name: this.names.idempotencyTable, partition: 'id', expires: 'expiration' });
    table('Settings', { name: this.names.settingsTable, partition: 'pk', sort: 'sk' });
    table('ReadModel', {
      name: this.names.readModelTable,
      partition: 'pk',
      sort: 'sk',
      expires: 'expiresAt',
    });
  }

  private buckets(key: IKey | undefined): void {
    const logs = new DataBucket(this, 'AccessLogs', {
      environment: this.target,
      name: this.names.accessLogsBucket,
      key: undefined,
      lifecycle: [{ expiration: Duration.days(90) }],
    });
    acknowledge(
      logs,
      'AwsSolutions-S1',
      'It holds the access logs of the others; logging it to itself would never end.',
    );
    const bucket = (
      id: string,
      props: Omit<ConstructorParameters<typeof DataBucket>[2], 'environment' | 'key' | 'accessLogs'>,
    ): void => {
      const { bucket: made } = new DataBucket(this, id, {
        ...props,
        environment: this.target,
        key,
        accessLogs: logs.bucket,
      });
      new CfnOutput(this, `${id}BucketName`, { value: made.bucketName });
    };
    bucket('Landing', {
      name: this.names.landingBucket,
      announces: true,
      // What was received is kept in the documents bucket; the landing zone is a doorstep.
      lifecycle: [{ expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(30) }],
    });
    bucket('Documents', { name: this.names.documentsBucket });
    bucket('Work', {
      name: this.names.workBucket,
      // Series, decisions and quarantined rows are evidence, kept as long as the orders they led to.
      lifecycle: [{ expiration: Duration.days(800), noncurrentVersionExpiration: Duration.days(7) }],
    });
  }

  private consumers(): void {
    const users = new UserPool(this, 'Consumers', {
      userPoolName: this.names.userPool,
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.ESSENTIALS,
      passwordPolicy,
      deletionProtection: this.target.dataRemoval === 'retain',
      removalPolicy: this.target.dataRemoval,
    });
    acknowledge(
      users,
      'AwsSolutions-COG2',
      'It holds machine clients only; people have a pool of their own.',
    );
    acknowledge(
      users,
      'AwsSolutions-COG3',
      'Threat protection watches sign-ins of people; machine clients have none.',
    );
    acknowledge(
      users,
      'AwsSolutions-COG8',
      'The Plus plan buys threat protection for people who sign in; machine clients have none.',
    );
    // The domain has been called by the prefix alone since before there were people.
    const domain = signInDomain(this, this.names.prefix);
    new UserPoolDomain(this, 'TokenDomain', {
      userPool: users,
      cognitoDomain: { domainPrefix: domain },
    });
    this.publish(this.names.userPoolParameter, users.userPoolId);
    new CfnOutput(this, 'UserPoolId', { value: users.userPoolId });
    new CfnOutput(this, 'TokenUrl', { value: `${signInAddress(this, this.target, domain)}/oauth2/token` });
  }

  private people(): void {
    const { pool } = new PeoplePool(this, 'People', this.target);
    this.publish(this.names.peoplePoolParameter, pool.userPoolId);
    new CfnOutput(this, 'PeoplePoolId', { value: pool.userPoolId });
  }
}
