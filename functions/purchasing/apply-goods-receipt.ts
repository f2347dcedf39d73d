import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { applyGoodsReceipt } from '#business/purchasing/apply-goods-receipt.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { goodsReceived } from '#events/goods-received/v1.ts';

const ports = { records: dynamoRecords(), settings: dynamoSettings(), clock: systemClock };

/** Goods arrived → counted on their orders, and held against what was announced. */
export const handler = busQueueHandler(goodsReceived, ({ goodsReceiptId }, { correlationId }) =>
  applyGoodsReceipt(ports, { goodsReceiptId, correlationId }),
);
