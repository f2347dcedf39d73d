import * as z from 'zod';

/** Records from which a chain can be followed. */
export const tracedTypes = z.enum([
  'document',
  'forecast-release',
  'replenishment-run',
  'proposal',
  'approval-group',
  'purchase-order',
  'partner-document',
  'expected-shipment',
  'goods-receipt',
  'invoice',
]);

export type TracedType = z.infer<typeof tracedTypes>;

/** The stations of the chain, in the order of the business. */
export const stations = [
  'plan',
  'release',
  'run',
  'proposal',
  'approval',
  'order',
  'posting',
  'order-sent',
  'answer',
  'ship-notice',
  'receipt',
  'invoice',
  'invoice-posting',
] as const;
export type Station = (typeof stations)[number];
