import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, priceSchema } from '#core/kernel/money.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { provenanceSchema } from './provenance.ts';

/** ISO weekdays, 1 is Monday. */
export const weekdaysSchema = z.array(z.int().min(1).max(7)).min(1).max(7);

export const supplierSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  status: z.enum(['active', 'on_hold', 'inactive']),
  currency: currencySchema,
  /** Days the supplier works; lead time counts these. */
  workingDays: weekdaysSchema,
  /** Days an order may be placed, where the supplier limits them. */
  orderDays: weekdaysSchema.optional(),
  /** UTC time on an order day after which an order counts for the next one, `HH:MM`. */
  orderCutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  /** Days on which nothing is worked nor ordered. */
  closedOn: z.array(dateSchema).max(100).optional(),
  identifiers: z.array(identifierSchema).max(20),
  provenance: provenanceSchema,
});
export type Supplier = z.infer<typeof supplierSchema>;

/** What one supplier asks for one item: lead time, order sizes and price. Its id is `supplier:item`. */
export const supplierTermsSchema = z.strictObject({
  id: idSchema,
  supplierId: idSchema,
  itemId: idSchema,
  /** The supplier's working days from order to shipment. */
  leadTimeDays: z.int().min(0).max(730),
  /** Calendar days from shipment to arrival. */
  transitDays: z.int().min(0).max(365),
  orderUnit: unitSchema,
  /** In order units. */
  minimumOrderQuantity: decimalSchema,
  /** In order units; 1 where any whole number will do. */
  orderMultiple: decimalSchema,
  price: priceSchema,
  validFrom: dateSchema,
  validTo: dateSchema.optional(),
  /** 1 is tried first. */
  priority: z.int().min(1).max(99),
  provenance: provenanceSchema,
});
export type SupplierTerms = z.infer<typeof supplierTermsSchema>;
