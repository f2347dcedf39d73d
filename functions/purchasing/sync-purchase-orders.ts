import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { purchaseOrderSourceOf } from '#adapters/purchase-order-source-of.ts';
import { pullSource } from '#business/master-data/pull-source.ts';
import { syncPurchaseOrders } from '#business/purchasing/sync-purchase-orders.ts';
import { systemSchema } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { isOurReference } from '#platform/posting/reference.ts';

const input = z.looseObject({ system: systemSchema.shape.id });

/** Every 5 minutes, and on demand: what became of orders in a system → our orders; answers the counts. */
export const handler = taskHandler(input, async ({ system }, { correlationId, logger }) => {
  const ports = { records: dynamoRecords(), clock: systemClock };
  const about = { system, what: 'purchase-orders', everySeconds: 300, correlationId } as const;
  const pull = async () => {
    const source = await purchaseOrderSourceOf(system);
    if (!source.ok) return source;
    return syncPurchaseOrders({ ...ports, isOurReference, source: source.value }, { correlationId });
  };
  const synced = await pullSource(ports, about, pull, (counts) => [counts]);
  if (synced.ok) logger.info('synchronised', { system, counts: synced.value });
  return synced;
});
