import * as z from 'zod';
import type { ShipNotice, ShippedItem } from '#core/canonical/ship-notice.ts';
import type { StatedDate } from '#core/canonical/trade.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import {
  identifiersOf,
  lineNumberSchema,
  orderNumberSchema,
  orderOf,
  ownNumberSchema,
  quantityOf,
  submittedItem,
  submittedLot,
  submittedQuantity,
} from './parts.ts';

const submittedShippedItem = z
  .strictObject({
    orderNumber: orderNumberSchema,
    lineNumber: lineNumberSchema.optional(),
    item: submittedItem.optional(),
    quantity: submittedQuantity,
    lots: z.array(submittedLot).max(50).optional(),
  })
  .refine(({ lineNumber, item }) => lineNumber !== undefined || item !== undefined, {
    message: 'say the line of the order or the item',
    path: ['lineNumber'],
  });

const submittedPack = z.strictObject({
  /** Serial shipping container code: 18 digits, without application identifier. */
  sscc: z
    .string()
    .regex(/^\d{18}$/, 'must be 18 digits')
    .optional(),
  packaging: z.string().trim().min(1).max(20).optional(),
  items: z.array(submittedShippedItem).min(1).max(100),
});

/** What is on its way. `replacement` and `cancellation` are of the notice you sent under the same number. */
export const shipmentBody = z
  .strictObject({
    number: ownNumberSchema,
    purpose: z.enum(['original', 'replacement', 'cancellation']).default('original'),
    shippedOn: dateSchema.optional(),
    /** When it arrives. */
    expectedOn: dateSchema.optional(),
    packs: z.array(submittedPack).max(200).optional(),
    /** What is in no pack. */
    items: z.array(submittedShippedItem).max(400).optional(),
  })
  .refine(
    ({ purpose, packs = [], items = [] }) => purpose === 'cancellation' || packs.length + items.length > 0,
    { message: 'say what was shipped', path: ['items'] },
  );
type Shipment = z.infer<typeof shipmentBody>;

/** Every order it names, each once. */
export const ordersOfShipment = ({ packs = [], items = [] }: Shipment): string[] => [
  ...new Set([...packs.flatMap((pack) => pack.items), ...items].map(({ orderNumber }) => orderNumber)),
];

/** The notice as every ship notice is kept, whichever way it came. */
export function shipNoticeOf(body: Shipment): ShipNotice {
  const { number, purpose, shippedOn, expectedOn, packs = [], items = [] } = body;
  const dates: StatedDate[] = [];
  if (shippedOn !== undefined) dates.push({ event: 'shipped', code: 'shipped', date: shippedOn });
  if (expectedOn !== undefined) dates.push({ event: 'delivery', code: 'delivery', date: expectedOn });
  return {
    standard: 'crossdock',
    number,
    purpose: { code: purpose, meaning: purpose },
    dates,
    parties: [],
    references: [],
    orders: ordersOfShipment(body).map((order) => orderOf(order)),
    packs: packs.map(({ sscc, packaging, items: inside }) => ({
      level: 'pack',
      ssccs: sscc === undefined ? [] : [sscc],
      ...(packaging === undefined ? {} : { packaging }),
      packs: [],
      items: inside.map(itemOf),
    })),
    items: items.map(itemOf),
  };
}

const itemOf = ({
  orderNumber,
  lineNumber,
  item,
  quantity,
  lots = [],
}: z.infer<typeof submittedShippedItem>): ShippedItem => ({
  order: orderOf(orderNumber, lineNumber),
  item: identifiersOf(item),
  shipped: quantityOf(quantity),
  lots: lots.map(({ number, expiresOn, quantity: ofLot }) => ({
    number,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(ofLot === undefined ? {} : { quantity: quantityOf(ofLot) }),
  })),
});
