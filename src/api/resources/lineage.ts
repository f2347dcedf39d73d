import * as z from 'zod';
import { stations } from '#core/canonical/lineage.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import { content } from './content.ts';
import { historyEntry } from './document.ts';
import { interchange, partnerDocument } from './partner-document.ts';

export const lineage = z.object({
  /** The record that was asked about. */
  root: z.string(),
  nodes: z.array(
    z.object({
      /** `<record type>/<record id>`, or `posting/<effect id>`. */
      id: z.string(),
      station: z.enum(stations),
      recordType: z.string(),
      recordId: z.string(),
      /** `PO-2026-0017`, `850`, `12 proposals`. */
      title: z.string(),
      state: z.string(),
      /** Where it lives: `crossdock`, `tryton`, a partner. */
      system: z.string(),
      at: instantSchema.optional(),
      /** Not there yet, though it is due: the chain waits here. */
      awaited: z.boolean(),
    }),
  ),
  edges: z.array(z.object({ from: z.string(), to: z.string() })),
  /** More hangs on it than is shown. */
  cut: z.boolean(),
});

export const interchangeWithContent = interchange.extend({
  content: content.optional(),
  /** Its documents, at most 200. */
  documents: z.array(partnerDocument),
  history: z.array(historyEntry),
});
