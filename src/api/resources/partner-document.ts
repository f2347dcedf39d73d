import * as z from 'zod';
import { interchangeSchema, partnerDocumentSchema } from '#core/canonical/interchange.ts';
import { crossReferenceSchema } from '#core/canonical/partner.ts';
import { content } from './content.ts';
import { historyEntry } from './document.ts';
import { page, resource } from './resource.ts';

/** Where what it says lies is not public; a link to it is. */
export const partnerDocument = resource(partnerDocumentSchema.omit({ canonicalKey: true }).shape);
export const partnerDocumentPage = page(partnerDocument);

/**
 * A document with what happened to it, and what it says in canonical form: JSON, at most the first 64 KB, and a link
 * to the whole of it that works for a few minutes.
 */
export const partnerDocumentWithContent = partnerDocument.extend({
  history: z.array(historyEntry),
  /** Absent where it could not be mapped. */
  content: content.optional(),
});

export const interchange = resource(
  interchangeSchema.omit({ contentKey: true, arrival: true, place: true }).shape,
);
export const interchangePage = page(interchange);

/** What an interchange came to when it was read again: it may have become one under another id. */
export const reprocessedInterchange = z.object({
  interchangeId: z.string(),
  state: interchangeSchema.shape.state,
});

export const crossReference = resource(crossReferenceSchema.shape);
