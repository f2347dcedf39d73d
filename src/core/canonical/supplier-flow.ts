/** What a supplier's shipments, our receipts, its invoices and its offers are to us. */
import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';
import { partnerIdSchema } from './partner.ts';
import { provenanceSchema } from './provenance.ts';

/** A ship notice as matched to orders (S13). Its id is the partner document's. Quantities are in the item's base unit. */
export const expectedShipmentSchema = z.strictObject({
  id: idSchema,
  supplierId: idSchema,
  partnerId: partnerIdSchema,
  number: z.string().min(1).max(80),
  state: z.enum(['expected', 'part_received', 'received', 'cancelled', 'replaced']),
  shippedOn: dateSchema.optional(),
  expectedOn: dateSchema.optional(),
  packs: z.int().min(0),
  /** The shipment whose place it takes. */
  replaces: idSchema.optional(),
  lines: z
    .array(
      z.strictObject({
        purchaseOrderId: idSchema,
        lineNumber: z.int().min(1),
        itemId: idSchema,
        quantity: quantitySchema,
        received: decimalSchema,
        lots: z
          .array(z.strictObject({ number: z.string().max(80), expiresOn: dateSchema.optional() }))
          .max(50),
      }),
    )
    .max(1000),
  identifiers: z.array(identifierSchema).max(5),
  provenance: provenanceSchema,
});
export type ExpectedShipment = z.infer<typeof expectedShipmentSchema>;

/** A pack by its SSCC: no two shipments have the same. Its id is `sscc-<18 digits>`. */
export const handlingUnitSchema = z.strictObject({
  id: idSchema,
  sscc: z.string().regex(/^\d{18}$/),
  shipmentId: idSchema,
  supplierId: idSchema,
});

/** Goods that arrived, as the system that received them says. Quantities are in the item's base unit. */
export const goodsReceiptSchema = z.strictObject({
  id: idSchema,
  system: z.string().min(1).max(40),
  number: z.string().max(60),
  supplierId: idSchema,
  locationId: idSchema,
  receivedOn: dateSchema,
  lines: z
    .array(
      z.strictObject({
        /** Absent: nothing was ordered that this could be. */
        purchaseOrderId: idSchema.optional(),
        lineNumber: z.int().min(1).optional(),
        itemId: idSchema,
        good: quantitySchema,
        damaged: decimalSchema,
      }),
    )
    .max(500),
  identifiers: z.array(identifierSchema).max(5),
  provenance: provenanceSchema,
});
export type GoodsReceipt = z.infer<typeof goodsReceiptSchema>;

export const invoiceVerdictSchema = z.enum([
  'matched',
  'waits_for_receipt',
  'quantity',
  'price',
  'unknown_order',
  'unknown_line',
  'unit',
  'currency',
]);

/**
 * A supplier's invoice after the three-way match (S14). Its id is the partner document's. `matched` is on its way
 * into the ERP, `posted` is there; `blocked` waits for accounts payable; `duplicate` will never be paid.
 */
export const invoiceSchema = z.strictObject({
  id: idSchema,
  supplierId: idSchema,
  partnerId: partnerIdSchema,
  number: z.string().min(1).max(80),
  kind: z.enum(['invoice', 'credit_note', 'debit_note']),
  issuedOn: dateSchema,
  currency: currencySchema,
  /** As stated; credit notes are negative here. */
  total: decimalSchema,
  tax: decimalSchema,
  system: z.string().min(1).max(40),
  state: z.enum(['waiting_for_receipt', 'matched', 'blocked', 'duplicate', 'posted', 'refused', 'rejected']),
  reasons: z.array(z.string().max(300)).max(50),
  /** Until when it may wait for its receipt. */
  dueAt: instantSchema.optional(),
  /** A person's word that it is right as it is; the match then posts it. */
  overriddenBy: z.string().max(120).optional(),
  lines: z
    .array(
      z.strictObject({
        /** As the invoice numbers it. */
        stated: z.string().max(80),
        purchaseOrderId: idSchema.optional(),
        lineNumber: z.int().min(1).optional(),
        itemId: idSchema.optional(),
        quantity: quantitySchema,
        /** In the item's base unit. */
        baseQuantity: decimalSchema.optional(),
        price: priceSchema,
        amount: decimalSchema,
        verdict: invoiceVerdictSchema,
        because: z.string().max(300).optional(),
      }),
    )
    .max(500),
  charges: z
    .array(
      z.strictObject({
        code: z.string().max(20),
        description: z.string().max(200),
        amount: decimalSchema,
        agreed: z.boolean(),
      }),
    )
    .max(100),
  refusal: z.string().max(1000).optional(),
  /** Its number in the ERP. */
  systemNumber: z.string().max(60).optional(),
  identifiers: z.array(identifierSchema).max(5),
  provenance: provenanceSchema,
});
export type Invoice = z.infer<typeof invoiceSchema>;

/**
 * What a supplier offers of one item: stock, price, lead time. Offered to master data, never written over it: where
 * the owner of the field says otherwise, `differs` says what. Its id is `<partner>:<item>`.
 */
export const supplierOfferSchema = z.strictObject({
  id: idSchema,
  partnerId: partnerIdSchema,
  supplierId: idSchema,
  itemId: idSchema,
  /** In the item's base unit, as of. */
  available: z.strictObject({ quantity: quantitySchema, asOf: dateSchema }).optional(),
  price: priceSchema.optional(),
  validFrom: dateSchema.optional(),
  validTo: dateSchema.optional(),
  leadTimeDays: z.int().min(0).max(730).optional(),
  discontinued: z.boolean(),
  /** What master data says otherwise, a sentence each; empty where they agree. */
  differs: z.array(z.string().max(300)).max(10),
  ordinals: z.strictObject({ stock: z.string().max(80).optional(), catalog: z.string().max(80).optional() }),
  provenance: provenanceSchema,
});
export type SupplierOffer = z.infer<typeof supplierOfferSchema>;
