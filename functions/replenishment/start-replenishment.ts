import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { replenishmentWorkflow } from '#adapters/stepfunctions/workflow.ts';
import { startReplenishment } from '#business/replenishment/start-replenishment.ts';
import { forecastReleaseApproved } from '#events/forecast-release-approved/v1.ts';

/** A release came into force: start the workflow that replenishes for it. */
export const handler = busQueueHandler(forecastReleaseApproved, ({ releaseId }) =>
  startReplenishment({ records: dynamoRecords(), workflow: replenishmentWorkflow() }, { releaseId }),
);
