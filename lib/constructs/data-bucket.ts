import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { refusePlainHttp } from './refuse-plain-http.ts';

export interface DataBucketProps {
  readonly environment: Environment;
  readonly name: string;
  readonly key: IKey | undefined;
  readonly accessLogs?: IBucket;
  /** Tell EventBridge of every new object. */
  readonly announces?: boolean;
  readonly lifecycle?: readonly LifecycleRule[];
}

/** A private bucket: no public access, TLS only, encrypted, versioned, unfinished uploads cleared after a day. */
export class DataBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: DataBucketProps) {
    super(scope, id);
    const { environment, key } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: props.name,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      ...(key ? { encryptionKey: key, bucketKeyEnabled: true } : {}),
      ...(props.accessLogs
        ? { serverAccessLogsBucket: props.accessLogs, serverAccessLogsPrefix: `${props.name}/` }
        : {}),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }, ...(props.lifecycle ?? [])],
      removalPolicy: environment.dataRemoval,
    });
    this.bucket.addToResourcePolicy(
      refusePlainHttp(environment, ['s3:*'], [this.bucket.bucketArn, this.bucket.arnForObjects('*')]),
    );
    if (props.announces) {
      // The property of the construct brings a custom resource along; the plain property of the bucket does not.
      const resource = this.bucket.node.defaultChild as CfnBucket;
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}
