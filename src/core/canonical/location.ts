import * as z from 'zod';
import { identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { provenanceSchema } from './provenance.ts';
import { weekdaysSchema } from './supplier.ts';

export const locationSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  kind: z.enum(['distribution_center', 'warehouse', 'branch']),
  status: z.enum(['active', 'closed']),
  region: z.string().min(1).max(60),
  company: z.string().min(1).max(60),
  /** Days on which goods are received. */
  receivingDays: weekdaysSchema,
  /** Receiving days from arrival until stock can be used. */
  dockToStockDays: z.int().min(0).max(60),
  identifiers: z.array(identifierSchema).max(20),
  provenance: provenanceSchema,
});
export type Location = z.infer<typeof locationSchema>;
