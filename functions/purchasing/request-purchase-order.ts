import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { requestPurchaseOrder } from '#business/purchasing/request-purchase-order.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

const input = z.looseObject({ approvalGroupId: idSchema });

/** Workflow step: what is approved of a group becomes one purchase order. */
export const handler = taskHandler(input, ({ approvalGroupId }, { correlationId }) =>
  requestPurchaseOrder(
    { records: dynamoRecords(), settings: dynamoSettings(), clock: systemClock },
    { approvalGroupId, correlationId },
  ),
);
