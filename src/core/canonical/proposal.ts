import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, moneySchema, priceSchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';
import { workObjectSchema } from './forecast.ts';

/** Who decided, when and why; `by` is a policy's name, a consumer or a person. */
export const decisionSchema = z.strictObject({
  by: z.string().min(1).max(120),
  at: instantSchema,
  reason: z.string().max(500).optional(),
});

/** One item at one location that should be ordered now. `refused` lines live in the decision records alone. */
export const proposalSchema = z.strictObject({
  id: idSchema,
  runId: idSchema,
  releaseId: idSchema,
  approvalGroupId: idSchema,
  /** `superseded`: a newer run was planned before anybody decided. */
  state: z.enum(['waiting', 'approved', 'rejected', 'superseded']),
  itemId: idSchema,
  locationId: idSchema,
  supplierId: idSchema,
  /** What is missing, in the item's base unit. */
  netRequirement: quantitySchema,
  /** What is to be ordered, in the order unit and in the base unit. */
  orderQuantity: quantitySchema,
  baseQuantity: quantitySchema,
  price: priceSchema,
  value: moneySchema,
  needDate: dateSchema,
  orderDate: dateSchema,
  /** Arrival at the location that is asked of the supplier. */
  requestedDate: dateSchema,
  /** The order date it should have had lies in the past. */
  expedite: z.boolean(),
  /** Why no policy approved it, in sentences; empty when one did. */
  approvalReasons: z.array(z.string().max(300)).max(10),
  decision: decisionSchema.optional(),
  /** Where its decision record stands: one line of an NDJSON object in the work bucket. */
  decisionRecord: z.strictObject({
    key: z.string().min(1).max(500),
    offset: z.int().min(0),
    length: z.int().min(1),
  }),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The proposals that become one purchase order: same supplier, location and currency, same way of approval. */
export const approvalGroupSchema = z.strictObject({
  id: idSchema,
  runId: idSchema,
  releaseId: idSchema,
  supplierId: idSchema,
  locationId: idSchema,
  currency: currencySchema,
  approval: z.enum(['policy', 'person']),
  /** `superseded`: a newer run was planned before this group was proposed; nothing comes of it. */
  state: z.enum(['waiting', 'decided', 'ordered', 'nothing_to_order', 'superseded']),
  proposalIds: z.array(idSchema).min(1).max(200),
  /** Proposals nobody decided yet. */
  pending: z.int().min(0).max(200),
  value: moneySchema,
  /** For a person: when they were asked, and until when they must have decided. */
  proposedAt: instantSchema.optional(),
  dueAt: instantSchema.optional(),
  escalatedAt: instantSchema.optional(),
  purchaseOrderId: idSchema.optional(),
});
export type ApprovalGroup = z.infer<typeof approvalGroupSchema>;

/** The token with which the workflow of an approval group is woken. Never leaves the server. */
export const approvalWaitSchema = z.strictObject({
  id: idSchema,
  taskToken: z.string().min(1).max(2048),
  since: instantSchema,
});

/** One computation of what to order, for one release. */
export const replenishmentRunSchema = z.strictObject({
  id: idSchema,
  releaseId: idSchema,
  state: z.enum(['planning', 'proposed', 'superseded']),
  /** The run that was in turn before: what is open of it is settled before this one looks at supply. */
  follows: idSchema.optional(),
  startedAt: instantSchema,
  counts: z
    .strictObject({
      itemLocations: z.int().min(0),
      enough: z.int().min(0),
      passed: z.int().min(0),
      adjusted: z.int().min(0),
      refused: z.int().min(0),
      automatic: z.int().min(0),
      waiting: z.int().min(0),
    })
    .optional(),
  orderValue: z.array(moneySchema).max(10).optional(),
  /** Value of what would have been missing without these orders. */
  shortageAvoided: z.array(moneySchema).max(10).optional(),
  decisions: z.array(workObjectSchema).max(400).optional(),
});
export type ReplenishmentRun = z.infer<typeof replenishmentRunSchema>;

/** Whose turn it is to plan: runs take it one after the other. One record, id `replenishment`. */
export const planningTurnSchema = z.strictObject({ id: idSchema, runId: idSchema });
