/** Functions by what they are for: what alarms stand for together, and dashboards show side by side. */

/** What stops orders when it fails: together they say whether the business stands still. */
export const chain = [
  'split-forecast-file',
  'conclude-forecast-release',
  'plan-chunk',
  'conclude-replenishment',
  'request-purchase-order',
  'post-document',
  'relay-events',
] as const;

/** The dialogue with suppliers: functions, and the queues they hear through. */
export const dialogue = [
  { name: 'receive-interchange', queue: 'edi-files' },
  { name: 'send-purchase-order', queue: 'orders-to-send' },
  { name: 'send-order-change', queue: 'order-changes-to-send' },
  { name: 'apply-acknowledgement', queue: 'acknowledgements' },
  { name: 'apply-ship-notice', queue: 'ship-notices' },
  { name: 'apply-goods-receipt', queue: 'goods-receipts' },
  { name: 'match-invoice', queue: 'invoices' },
  { name: 'apply-resolution', queue: 'resolutions' },
] as const;

/** What keeps the house in order, and may be late without stopping anything. */
export const housekeeping = [
  'keep-read-model',
  'watch-waiting',
  'index-dead-letters',
  'sweep-due-dates',
] as const;
