import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { eventConsumers } from '#events/consumers.ts';
import type { EventConsumer } from '#events/define-consumer.ts';
import type { CrossdockFunction } from '../constructs/crossdock-function.ts';
import { every } from '../constructs/every.ts';
import { consume, hear, mayConsume } from '../constructs/queue-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { Workflow } from '../constructs/workflow.ts';
import type { Environment } from '../environments.ts';
import { workflowArn } from '../names.ts';
import { forecastReleaseWorkflow } from '../workflows/forecast-release.ts';
import { replenishReleaseWorkflow } from '../workflows/replenish-release.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** Forecast releases and replenishment: two workflows, their functions, and what starts, wakes and watches them. */
export class WorkflowsStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'workflows', environment, 'Crossdock: forecast releases and replenishment');
    this.forecastReleases();
    this.replenishment();
    this.starts();
    this.approvals();
  }

  private forecastReleases(): void {
    const splitForecastFile = this.step(
      'forecasting/split-forecast-file',
      'Splits a forecast file into chunks and quarantines bad rows.',
      {
        memoryMiB: 2048,
        timeout: Duration.minutes(15),
        may: [
          ...this.decides(),
          ...this.permissions.readDocuments(),
          ...this.permissions.readWork('releases'),
          ...this.permissions.writeWork('releases'),
        ],
      },
    );
    const checkForecastChunk = this.step(
      'forecasting/check-forecast-chunk',
      'Checks one chunk of a forecast against master data.',
      {
        memoryMiB: 1024,
        timeout: Duration.minutes(5),
        may: [
          ...this.permissions.readRecords(),
          ...this.permissions.readWork('releases'),
          ...this.permissions.writeWork('releases'),
        ],
      },
    );
    const concludeForecastRelease = this.step(
      'forecasting/conclude-forecast-release',
      'Adds up a release, compares it with the baseline, approves or holds it.',
      {
        memoryMiB: 1024,
        timeout: Duration.minutes(15),
        may: [
          ...this.decides(),
          ...this.permissions.readSettings(),
          ...this.permissions.readWork('releases'),
          ...this.permissions.writeWork('releases'),
        ],
      },
    );
    const { stateMachine } = new Workflow(this, 'ForecastRelease', {
      environment: this.target,
      name: this.names.releaseWorkflow,
      definition: forecastReleaseWorkflow(
        {
          splitForecastFile: splitForecastFile.function.functionArn,
          checkForecastChunk: checkForecastChunk.function.functionArn,
          concludeForecastRelease: concludeForecastRelease.function.functionArn,
        },
        this.names.workBucket,
      ),
      calls: [splitForecastFile, checkForecastChunk, concludeForecastRelease],
      listsBucketArn: `arn:${this.partition}:s3:::${this.names.workBucket}`,
    });
    new CfnOutput(this, 'ReleaseWorkflowArn', { value: stateMachine.stateMachineArn });
  }

  private replenishment(): void {
    const readAndWriteRuns = [
      ...this.permissions.readWork('releases', 'runs'),
      ...this.permissions.writeWork('runs'),
    ];
    const prepareReplenishment = this.step(
      'replenishment/prepare-replenishment',
      'Takes the snapshot of stock, orders and terms a run is planned on.',
      {
        memoryMiB: 1024,
        timeout: Duration.minutes(15),
        may: [...this.decides(), ...this.permissions.readSettings(), ...readAndWriteRuns],
      },
    );
    const planChunk = this.step(
      'replenishment/plan-chunk',
      'Computes net requirements and decision records of one partition.',
      {
        memoryMiB: 1024,
        timeout: Duration.minutes(5),
        may: readAndWriteRuns,
      },
    );
    const concludeReplenishment = this.step(
      'replenishment/conclude-replenishment',
      'Groups what should be ordered and applies the approval policy.',
      {
        memoryMiB: 1024,
        timeout: Duration.minutes(15),
        may: [...this.decides(), ...this.permissions.readSettings(), ...readAndWriteRuns],
      },
    );
    const proposeGroup = this.step(
      'replenishment/propose-group',
      'Commits the proposals of one approval group.',
      {
        timeout: Duration.minutes(2),
        may: [...this.decides(), ...this.permissions.readWork('runs')],
      },
    );
    const awaitApproval = this.step(
      'replenishment/await-approval',
      'Keeps the token that wakes an approval group.',
      {
        may: [...this.decides(), ...this.permissions.wakeWorkflow(this.names.replenishmentWorkflow)],
      },
    );
    const requestPurchaseOrder = this.step(
      'purchasing/request-purchase-order',
      'Turns approved proposals into a requested purchase order.',
      {
        may: [...this.decides(), ...this.permissions.readSettings()],
      },
    );
    const { stateMachine } = new Workflow(this, 'ReplenishRelease', {
      environment: this.target,
      name: this.names.replenishmentWorkflow,
      definition: replenishReleaseWorkflow(
        {
          prepareReplenishment: prepareReplenishment.function.functionArn,
          planChunk: planChunk.function.functionArn,
          concludeReplenishment: concludeReplenishment.function.functionArn,
          proposeGroup: proposeGroup.function.functionArn,
          awaitApproval: awaitApproval.function.functionArn,
          requestPurchaseOrder: requestPurchaseOrder.function.functionArn,
        },
        this.names.workBucket,
      ),
      calls: [
        prepareReplenishment,
        planChunk,
        concludeReplenishment,
        proposeGroup,
        awaitApproval,
        requestPurchaseOrder,
      ],
      listsBucketArn: `arn:${this.partition}:s3:::${this.names.workBucket}`,
    });
    new CfnOutput(this, 'ReplenishmentWorkflowArn', { value: stateMachine.stateMachineArn });
  }

  private starts(): void {
    const starting = eventConsumers['start-replenishment'];
    const starts = this.queueOf('ReplenishmentStarts', starting);
    const start = this.step(starting.entry, starting.summary, {
      variables: { REPLENISHMENT_WORKFLOW_ARN: workflowArn(this, this.names.replenishmentWorkflow) },
      may: [
        ...mayConsume(starts),
        ...this.permissions.readRecords(),
        ...this.permissions.startWorkflow(this.names.replenishmentWorkflow),
      ],
    });
    consume(start, starts, { batchSize: 1, atMost: 2 });
  }

  private approvals(): void {
    const waking = eventConsumers['wake-approval-group'];
    const wakes = this.queueOf('ApprovalWakes', waking);
    const wake = this.step(waking.entry, waking.summary, {
      may: [
        ...mayConsume(wakes),
        ...this.permissions.readRecords(),
        ...this.permissions.wakeWorkflow(this.names.replenishmentWorkflow),
      ],
    });
    consume(wake, wakes, { batchSize: 10, atMost: 10 });
    const escalate = this.step(
      'replenishment/escalate-overdue-approvals',
      'Finds approval groups that nobody decided in time.',
      {
        timeout: Duration.minutes(2),
        may: this.decides(),
        reservedConcurrency: 1,
      },
    );
    every(escalate, Duration.minutes(5));
  }

  private queueOf(id: string, consumer: EventConsumer): WorkQueue {
    const queue = new WorkQueue(this, id, {
      environment: this.target,
      name: consumer.queue,
      consumerTimeout: Duration.seconds(30),
      impact: 'orders-stop',
    });
    hear(queue, this.names.bus, consumer);
    return queue;
  }

  /** What a function needs that reads records, decides and commits. */
  private decides(): readonly PolicyStatement[] {
    return [...this.permissions.readRecords(), ...this.permissions.commitRecords()];
  }

  /** A function of a workflow or beside one, with the names of what it may be given rights on. */
  private step(entry: string, description: string, props: StepProps): CrossdockFunction {
    return this.lambda({
      entry,
      description,
      impact: 'orders-stop',
      ...props,
      variables: {
        RECORDS_TABLE: this.names.recordsTable,
        AUDIT_TABLE: this.names.auditTable,
        SETTINGS_TABLE: this.names.settingsTable,
        DOCUMENTS_BUCKET: this.names.documentsBucket,
        LANDING_BUCKET: this.names.landingBucket,
        WORK_BUCKET: this.names.workBucket,
        ...props.variables,
      },
    });
  }
}

interface StepProps {
  readonly may: readonly PolicyStatement[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly memoryMiB?: number;
  readonly timeout?: Duration;
  readonly reservedConcurrency?: number;
}
