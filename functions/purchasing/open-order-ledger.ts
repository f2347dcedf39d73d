import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { type BusEventContext, busEventsHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { adoptOrders } from '#business/purchasing/adopt-orders.ts';
import { openOrderLedger } from '#business/purchasing/open-order-ledger.ts';
import { systemClock } from '#core/kernel/clock.ts';

const ports = { records: dynamoRecords(), settings: dynamoSettings(), clock: systemClock };

const follow = (
  { purchaseOrderId }: { readonly purchaseOrderId: string },
  { correlationId }: BusEventContext,
) => openOrderLedger(ports, { purchaseOrderId, correlationId });

/**
 * An order is in its system, or changed there → the dialogue with its supplier begins, or follows. A supplier has a
 * partner → it finds the orders there were before.
 */
export const handler = busEventsHandler({
  'purchase-order-created': follow,
  'purchase-order-changed': follow,
  'partner-changed': ({ partnerId }, { correlationId }) => adoptOrders(ports, { partnerId, correlationId }),
});
