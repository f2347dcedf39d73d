import * as z from 'zod';
import { approvalGroupSchema, replenishmentRunSchema } from '#core/canonical/proposal.ts';
import { page, resource } from './resource.ts';

/** Where its decision records lie is not public; proposals answer theirs. */
export const run = resource(replenishmentRunSchema.omit({ decisions: true }).shape);
export const runPage = page(run);

export const group = resource(approvalGroupSchema.shape);

/** A run with what became of it, group by group: at most 200, those that wait for a person first. */
export const runWithGroups = run.extend({ groups: z.array(group) });
