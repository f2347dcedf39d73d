import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { carry, consume, mayConsume } from '../constructs/queue-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Environment } from '../environments.ts';
import { workflowArn } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** Files that arrive: from the landing zone to a kept document and a started workflow. */
export class IntakeStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'intake', environment, 'Crossdock: what arrives is kept and set to work');
    const timeout = Duration.minutes(5);
    const files = new WorkQueue(this, 'ForecastFiles', {
      environment,
      name: 'forecast-files',
      consumerTimeout: timeout,
      impact: 'work-is-late',
    });
    carry(files, 'default', {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [this.names.landingBucket] }, object: { key: [{ prefix: 'forecasts/' }] } },
    });
    const receive = this.lambda({
      entry: 'intake/receive-forecast-file',
      description: 'Keeps a forecast file unchanged as a document and starts its release.',
      timeout,
      variables: {
        RECORDS_TABLE: this.names.recordsTable,
        AUDIT_TABLE: this.names.auditTable,
        LANDING_BUCKET: this.names.landingBucket,
        DOCUMENTS_BUCKET: this.names.documentsBucket,
        WORK_BUCKET: this.names.workBucket,
        RELEASE_WORKFLOW_ARN: workflowArn(this, this.names.releaseWorkflow),
      },
      may: [
        ...mayConsume(files),
        ...this.permissions.readRecords(),
        ...this.permissions.commitRecords(),
        ...this.permissions.readLanding(),
        ...this.permissions.keepDocuments(),
        ...this.permissions.startWorkflow(this.names.releaseWorkflow),
      ],
      impact: 'work-is-late',
    });
    consume(receive, files, { batchSize: 1, atMost: 10 });
  }
}
