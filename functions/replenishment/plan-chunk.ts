import * as z from 'zod';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { planChunk } from '#business/replenishment/plan-chunk.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

/** The partition comes from a CSV, as text. */
const input = z.looseObject({ runId: idSchema, partition: z.coerce.number().int().min(0).max(255) });

/** Workflow step, one per partition: net requirements, rules and decision records. */
export const handler = taskHandler(input, ({ runId, partition }) =>
  planChunk({ objects: s3Objects() }, { runId, partition }),
);
