import * as z from 'zod';
import { dateSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { moneySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';
import { provenanceSchema } from './provenance.ts';

export const purchaseOrderLineSchema = z.strictObject({
  /** 1, 2, 3 … as on the order. */
  lineNumber: z.int().min(1).max(9999),
  itemId: idSchema,
  /** In the unit it is ordered in. */
  quantity: quantitySchema,
  /** The same amount in the item's base unit. */
  baseQuantity: quantitySchema,
  /** Part that is neither received nor cancelled, in the item's base unit. */
  openQuantity: decimalSchema,
  price: priceSchema,
  requestedDate: dateSchema,
  firstPromisedDate: dateSchema.optional(),
  lastPromisedDate: dateSchema.optional(),
  proposalId: idSchema.optional(),
});

/**
 * A purchase order. `requested`: we decided it and no system of record has it yet; `confirmed`: the system of
 * record holds it; `refused`: that system will not take it and a buyer must act.
 */
export const purchaseOrderSchema = z.strictObject({
  id: idSchema,
  type: z.enum(['standard']),
  state: z.enum(['requested', 'confirmed', 'part_received', 'received', 'cancelled', 'refused']),
  origin: z.enum(['crossdock', 'system']),
  /** The system of record it belongs to, such as `tryton`. */
  system: z.string().min(1).max(40),
  /** The number the system of record gave it. */
  number: z.string().max(60).optional(),
  supplierId: idSchema,
  locationId: idSchema,
  lines: z.array(purchaseOrderLineSchema).min(1).max(200),
  total: moneySchema,
  orderDate: dateSchema,
  approvalGroupId: idSchema.optional(),
  releaseId: idSchema.optional(),
  /** Why it was refused, in the words of the system of record. */
  refusal: z.string().max(1000).optional(),
  identifiers: z.array(identifierSchema).max(20),
  provenance: provenanceSchema,
});
export type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;
export type PurchaseOrderLine = z.infer<typeof purchaseOrderLineSchema>;

/** The lines of states in which goods are still expected. */
export const isOpen = ({ state }: PurchaseOrder): boolean =>
  state === 'requested' || state === 'confirmed' || state === 'part_received';
