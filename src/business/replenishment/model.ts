/** What a replenishment run leaves in the work bucket: its objects' names and the shape of their lines. */
import * as z from 'zod';
import { plannedOrderSchema, planningInputSchema } from '#core/canonical/decision-record.ts';
import { workObjectSchema } from '#core/canonical/forecast.ts';
import { proposalSchema } from '#core/canonical/proposal.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { derivedId, idSchema } from '#core/kernel/identifiers.ts';
import { currencySchema, moneySchema } from '#core/kernel/money.ts';
import { quantitySchema } from '#core/kernel/quantity.ts';

/** Plans are reviewed weekly: what can wait for the next review is not ordered now. */
export const REVIEW_DAYS = 7;

/** The run of a release and the proposal of an item-location in it: the same ones however often they are computed. */
export const runIdOf = (releaseId: string): string => derivedId('run', releaseId);
export const proposalIdOf = (runId: string, itemId: string, locationId: string): string =>
  derivedId('pr', runId, itemId, locationId);

/** Keys in the work bucket. */
export const runKeys = {
  snapshot: (runId: string) => `runs/${runId}/snapshot.json`,
  masters: (runId: string) => `runs/${runId}/masters.ndjson`,
  inputs: (runId: string, partition: number, part: number) =>
    `runs/${runId}/inputs/${partition}/${part}.ndjson`,
  decisions: (runId: string, partition: number) => `runs/${runId}/decisions/${partition}.ndjson`,
  drafts: (runId: string, partition: number) => `runs/${runId}/drafts/${partition}.ndjson`,
  result: (runId: string, partition: number) => `runs/${runId}/results/${partition}.json`,
  /** CSV with the columns `approvalGroupId,approval`: what the workflow maps over. */
  groups: (runId: string) => `runs/${runId}/groups.csv`,
  group: (runId: string, approvalGroupId: string) => `runs/${runId}/groups/${approvalGroupId}.ndjson`,
  /** CSV with the one column `partition` and no row: nothing to plan. */
  nothing: (runId: string) => `runs/${runId}/nothing.csv`,
} as const;

/** What a run is planned on, and where it stands. */
export const snapshotSchema = z.strictObject({
  runId: idSchema,
  releaseId: idSchema,
  plannedAt: instantSchema,
  reviewDays: z.int().min(1),
  partitions: z.int().min(1).max(256),
  inputs: z.array(workObjectSchema.extend({ partition: z.int().min(0).max(255) })),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const known = planningInputSchema.shape;

/** A line of the masters: what many item-locations share. An item brings the terms it is bought under. */
export const masterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('location'), id: idSchema, location: known.location.unwrap() }),
  z.strictObject({ kind: z.literal('supplier'), id: idSchema, supplier: known.supplier.unwrap() }),
  z.strictObject({ kind: z.literal('item'), id: idSchema, item: known.item.unwrap(), terms: known.terms }),
]);
export type Master = z.infer<typeof masterSchema>;

/** A line of the inputs: what is known of one item at one location beside the masters and the forecast. */
export const itemLocationInputSchema = planningInputSchema.pick({
  itemId: true,
  locationId: true,
  policy: true,
  position: true,
  supply: true,
});
export type ItemLocationInput = z.infer<typeof itemLocationInputSchema>;

/** What should be ordered for one item-location, with the place of its decision record. */
export const draftSchema = z.strictObject({
  itemId: idSchema,
  locationId: idSchema,
  netRequirement: quantitySchema,
  needDate: proposalSchema.shape.needDate,
  order: plannedOrderSchema,
  price: proposalSchema.shape.price,
  decisionRecord: proposalSchema.shape.decisionRecord,
});
export type Draft = z.infer<typeof draftSchema>;

/** What one partition came to. */
export const chunkPlanSchema = z.strictObject({
  partition: z.int().min(0).max(255),
  itemLocations: z.int().min(0),
  enough: z.int().min(0),
  passed: z.int().min(0),
  adjusted: z.int().min(0),
  refused: z.int().min(0),
  decisions: workObjectSchema,
  drafts: workObjectSchema,
});
export type ChunkPlan = z.infer<typeof chunkPlanSchema>;

/** The first line of a group object; a draft with its reasons a line follows. */
export const plannedGroupSchema = z.strictObject({
  id: idSchema,
  runId: idSchema,
  releaseId: idSchema,
  supplierId: idSchema,
  locationId: idSchema,
  currency: currencySchema,
  approval: z.enum(['policy', 'person']),
  /** The policy that was in force, by name. */
  policy: z.string().optional(),
  decideWithinHours: z.int().min(1),
  value: moneySchema,
  proposals: z.int().min(1).max(200),
});
export type PlannedGroup = z.infer<typeof plannedGroupSchema>;

export const groupedDraftSchema = draftSchema.extend({
  approvalReasons: proposalSchema.shape.approvalReasons,
});
export type GroupedDraft = z.infer<typeof groupedDraftSchema>;
