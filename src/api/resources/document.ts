import * as z from 'zod';
import { documentSchema } from '#core/canonical/document.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { page, resource } from './resource.ts';

/** What is public of a document; a field added to the record stays inside until it is named here. */
const publicFields = documentSchema.pick({
  id: true,
  kind: true,
  state: true,
  fileName: true,
  sizeBytes: true,
  sha256: true,
  arrivals: true,
  resultId: true,
  rejection: true,
  receivedAt: true,
  receivedFrom: true,
});

export const documentResource = resource(publicFields.shape);
export const documentPage = page(documentResource);

/** One thing that happened to a resource, as its event says it. */
export const historyEntry = z.object({
  sequence: z.int().min(1),
  at: instantSchema,
  event: z.string(),
  data: z.record(z.string(), z.unknown()),
  correlationId: correlationIdSchema,
});

/** A document with what happened to it, oldest first. */
export const documentWithHistory = documentResource.extend({ history: z.array(historyEntry) });
