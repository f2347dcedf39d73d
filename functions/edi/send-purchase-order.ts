import { exchangePorts } from '#adapters/exchange-ports.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { ok } from '#core/kernel/result.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { orderPlaced } from '#events/order-placed/v1.ts';

/** Order placed → 850 or ORDERS under way to its supplier. */
export const handler = busQueueHandler(
  orderPlaced,
  async ({ purchaseOrderId, channel }, { correlationId, logger }) => {
    if (channel !== 'edi') return ok(undefined);
    const sent = await sendPurchaseOrder(exchangePorts(), { purchaseOrderId, correlationId });
    if (sent.ok) logger.info('order to its supplier', { purchaseOrderId, result: sent.value });
    return sent;
  },
);
