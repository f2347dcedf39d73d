import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { goodsReceiptSourceOf } from '#adapters/goods-receipt-source-of.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { pullSource } from '#business/master-data/pull-source.ts';
import { syncGoodsReceipts } from '#business/purchasing/sync-goods-receipts.ts';
import { systemSchema } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';

const input = z.looseObject({ system: systemSchema.shape.id });

/** Every 5 minutes, and on demand: what goods arrived in a system → our records; answers the counts. */
export const handler = taskHandler(input, async ({ system }, { correlationId, logger }) => {
  const ports = { records: dynamoRecords(), clock: systemClock };
  const about = { system, what: 'goods-receipts', everySeconds: 300, correlationId } as const;
  const pull = async () => {
    const source = await goodsReceiptSourceOf(system);
    return source.ok ? syncGoodsReceipts({ ...ports, source: source.value }, { correlationId }) : source;
  };
  const synced = await pullSource(ports, about, pull, (counts) => [counts]);
  if (synced.ok) logger.info('synchronised', { system, counts: synced.value });
  return synced;
});
