import { exchangePorts } from '#adapters/exchange-ports.ts';
import { busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { ok } from '#core/kernel/result.ts';
import { sendOrderChange } from '#edi/exchange/send-order-change.ts';
import { orderChangeRequested } from '#events/order-change-requested/v1.ts';

/** Change decided → 860 or ORDCHG under way to the supplier. */
export const handler = busQueueHandler(
  orderChangeRequested,
  async ({ orderChangeId, telling }, { correlationId, logger }) => {
    if (telling !== 'requested') return ok(undefined);
    const sent = await sendOrderChange(exchangePorts(), { orderChangeId, correlationId });
    if (sent.ok) logger.info('order change to its supplier', { orderChangeId, result: sent.value });
    return sent;
  },
);
