import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { purchaseOrderSourceOf } from '#adapters/purchase-order-source-of.ts';
import { syncPurchaseOrders } from '#business/purchasing/sync-purchase-orders.ts';
import { systemSchema } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { isOurReference } from '#platform/posting/reference.ts';

const input = z.looseObject({ system: systemSchema.shape.id });

/** Every 5 minutes, and on demand: what became of orders in a system → our orders; answers the counts. */
export const handler = taskHandler(input, async ({ system }, { correlationId, logger }) => {
  const source = await purchaseOrderSourceOf(system);
  if (!source.ok) return source;
  const ports = { source: source.value, records: dynamoRecords(), clock: systemClock, isOurReference };
  const synced = await syncPurchaseOrders(ports, { correlationId });
  if (synced.ok) logger.info('synchronised', { system, counts: synced.value });
  return synced;
});
