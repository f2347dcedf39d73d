/** What the documents that suppliers send through the API have in common: strict, in words instead of codes. */
import * as z from 'zod';
import type { OrderReference, StatedPrice, StatedQuantity } from '#core/canonical/trade.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';

/** An order number as our orders have it; it stands in paths too. */
export const orderNumberSchema = z
  .string()
  .regex(/^[^\p{Cc}%/]{1,60}$/u, 'must be the number of an order, 1 to 60 characters');

export const ownNumberSchema = z.string().trim().min(1).max(80);
export const noteSchema = z.string().trim().min(1).max(1000);
export const lineNumberSchema = z.int().min(1).max(9999);

const positive = decimalSchema.refine((text) => !text.startsWith('-'), 'must not be negative');

/** Without unit it is in the unit of the order's line. */
export const submittedQuantity = z.strictObject({ value: positive, unit: unitSchema.optional() });

/** An amount for so many: 12.5 for 100. */
export const submittedPrice = z.strictObject({
  amount: positive,
  per: submittedQuantity,
});

/** An item by its GTIN, your number of it, or ours. */
export const submittedItem = z
  .strictObject({
    gtin: z
      .string()
      .regex(/^\d{8,14}$/, 'must be 8 to 14 digits')
      .optional(),
    supplierItem: z.string().trim().min(1).max(80).optional(),
    buyerItem: z.string().trim().min(1).max(80).optional(),
  })
  .refine((item) => Object.keys(item).length > 0, 'say a gtin, a supplierItem or a buyerItem');

export const submittedLot = z.strictObject({
  number: z.string().trim().min(1).max(80),
  expiresOn: dateSchema.optional(),
  quantity: submittedQuantity.optional(),
});

export function identifiersOf(item: z.infer<typeof submittedItem> | undefined): Identifier[] {
  const { gtin, supplierItem, buyerItem } = item ?? {};
  const all = [
    ['gtin', gtin],
    ['supplier-item', supplierItem],
    ['buyer-item', buyerItem],
  ] as const;
  return all.flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]));
}

export const quantityOf = ({ value, unit }: z.infer<typeof submittedQuantity>): StatedQuantity => ({
  value,
  ...(unit === undefined ? {} : { unit }),
});

export const priceOf = ({ amount, per }: z.infer<typeof submittedPrice>): StatedPrice => ({
  amount,
  per: quantityOf(per),
});

export const orderOf = (number: string, line?: number): OrderReference => ({
  number,
  ...(line === undefined ? {} : { line: String(line) }),
});
