import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { eventConsumers } from '#events/consumers.ts';
import { every } from '../constructs/every.ts';
import type { Environment } from '../environments.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** Whether the business is in step: the read model that every event keeps, and what is watched of it. */
export class MeasuresStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'measures', environment, 'Crossdock: the read model of measures');
    this.keeping();
    this.watching();
  }

  private keeping(): void {
    const keep = this.hearing(eventConsumers['keep-read-model'], {
      timeout: Duration.seconds(60),
      variables: this.variables,
      may: [
        ...this.permissions.readRecords(),
        ...this.permissions.readSettings(),
        ...this.permissions.readReadModel(),
        ...this.permissions.keepReadModel(),
      ],
      impact: 'look-into-it',
      batchSize: 10,
      atMost: 10,
    });
    new CfnOutput(this, 'KeepReadModelFunctionName', { value: keep.function.functionName });
  }

  private watching(): void {
    const watch = this.lambda({
      entry: 'measures/watch-waiting',
      description: 'Tells CloudWatch what waits, how fresh sources are, and what is overdue.',
      timeout: Duration.seconds(50),
      variables: this.variables,
      may: [...this.permissions.readRecords(), ...this.permissions.readReadModel()],
      impact: 'look-into-it',
      reservedConcurrency: 1,
    });
    every(watch, Duration.minutes(5));
  }

  private get variables(): Readonly<Record<string, string>> {
    return {
      RECORDS_TABLE: this.names.recordsTable,
      SETTINGS_TABLE: this.names.settingsTable,
      READ_MODEL_TABLE: this.names.readModelTable,
    };
  }
}
