import * as z from 'zod';
import type {
  CatalogLine,
  CatalogPrice,
  SupplierCatalog,
  Validity,
} from '#core/canonical/supplier-catalog.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { currencySchema } from '#core/kernel/money.ts';
import {
  identifiersOf,
  ownNumberSchema,
  priceOf,
  quantityOf,
  submittedItem,
  submittedPrice,
  submittedQuantity,
} from './parts.ts';

const offeredItem = z.strictObject({
  item: submittedItem,
  description: z.string().trim().min(1).max(200).optional(),
  /** What we would pay. */
  price: submittedPrice.optional(),
  /** Days from the order until it arrives. */
  leadTimeDays: z.int().min(0).max(730).optional(),
  minimumOrder: submittedQuantity.optional(),
  /** You will not deliver it any more. */
  discontinued: z.boolean().optional(),
});

/** Prices and lead times of items. Offered to master data, which decides what comes of it. */
export const catalogBody = z.strictObject({
  number: ownNumberSchema.optional(),
  currency: currencySchema,
  validFrom: dateSchema.optional(),
  validTo: dateSchema.optional(),
  items: z.array(offeredItem).min(1).max(1000),
});

/** The catalog as every catalog is kept, whichever way it came. */
export function supplierCatalogOf(body: z.infer<typeof catalogBody>, today: string): SupplierCatalog {
  const { number, currency, items } = body;
  const validity: Validity = {
    ...(body.validFrom === undefined ? {} : { from: body.validFrom }),
    ...(body.validTo === undefined ? {} : { to: body.validTo }),
  };
  return {
    standard: 'crossdock',
    ...(number === undefined ? {} : { number }),
    issuedOn: today,
    validity,
    currency,
    parties: [],
    references: [],
    leadTimes: [],
    notes: [],
    lines: items.map((offered, index) => lineOf(offered, index, validity)),
  };
}

function lineOf(offered: z.infer<typeof offeredItem>, index: number, validity: Validity): CatalogLine {
  const { item, description, price, leadTimeDays, minimumOrder, discontinued = false } = offered;
  const status = discontinued ? ({ code: 'discontinued', meaning: 'deleted' } as const) : undefined;
  return {
    lineNumber: String(index + 1),
    ...(status === undefined ? {} : { status }),
    item: identifiersOf(item),
    ...(description === undefined ? {} : { description }),
    packs: [],
    ...(minimumOrder === undefined ? {} : { minimumOrder: quantityOf(minimumOrder) }),
    prices: price === undefined ? [] : [netPrice(price, validity)],
    leadTimes: leadTimeDays === undefined ? [] : [leadTime(leadTimeDays)],
    validity,
    references: [],
    notes: [],
  };
}

const netPrice = (price: z.infer<typeof submittedPrice>, validity: Validity): CatalogPrice => ({
  ...priceOf(price),
  kind: 'net',
  validity,
});

const leadTime = (days: number): CatalogLine['leadTimes'][number] => ({
  code: 'delivery',
  until: 'delivery',
  value: String(days),
  unit: 'day',
  unitCode: 'day',
});
