import { Duration } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { type Operation, operations } from '../api/contract.ts';
import { type ApiPart, partOf } from '../api/placement.ts';
import { mayOf } from '../api/rights.ts';
import { workQueuesInWords } from '../constructs/work-queues.ts';
import type { Environment } from '../environments.ts';
import { issuerOf } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** One function for each operation of a part of the API. The gateway calls them by name. */
export class ApiFunctionsStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment, part: ApiPart) {
    super(scope, `api-${part}`, environment, `Crossdock: functions of the API, ${part}`);
    const variables = this.variables();
    for (const operation of operations) {
      if (partOf(operation) === part) this.operation(operation, variables);
    }
  }

  private operation({ operationId, summary }: Operation, variables: Readonly<Record<string, string>>): void {
    this.lambda({
      entry: `api/${operationId}`,
      description: `${summary}.`,
      timeout: Duration.seconds(15),
      variables: { ...variables, ...this.alsoFor(operationId) },
      may: mayOf(operationId)(this.permissions),
      impact: 'work-is-late',
    });
  }

  private variables(): Readonly<Record<string, string>> {
    const peoplePool = StringParameter.valueForStringParameter(this, this.names.peoplePoolParameter);
    return {
      RECORDS_TABLE: this.names.recordsTable,
      AUDIT_TABLE: this.names.auditTable,
      SETTINGS_TABLE: this.names.settingsTable,
      READ_MODEL_TABLE: this.names.readModelTable,
      POSTINGS_TABLE: this.names.postingsTable,
      IDEMPOTENCY_TABLE: this.names.idempotencyTable,
      LANDING_BUCKET: this.names.landingBucket,
      DOCUMENTS_BUCKET: this.names.documentsBucket,
      WORK_BUCKET: this.names.workBucket,
      PEOPLE_ISSUER: issuerOf(this, peoplePool),
    };
  }

  /** What one operation needs besides. */
  private alsoFor(operationId: string): Readonly<Record<string, string>> {
    switch (operationId) {
      case 'add-partner':
        return this.whereConsumersAre();
      case 'list-dead-letter-queues':
      case 'start-redrive':
        return { DEAD_LETTER_QUEUES: workQueuesInWords(this) };
      default:
        return {};
    }
  }

  /** The plan by its name: it is made after the functions. */
  private whereConsumersAre(): Readonly<Record<string, string>> {
    return {
      USER_POOL_ID: StringParameter.valueForStringParameter(this, this.names.userPoolParameter),
      PARTNERS_USAGE_PLAN: this.names.standardPlan,
    };
  }
}
