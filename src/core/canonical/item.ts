import * as z from 'zod';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { identifierSchema, idSchema } from '#core/kernel/identifiers.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { provenanceSchema } from './provenance.ts';

/** One pack level: how many base units it holds, and its own GTIN. */
export const packSchema = z.strictObject({
  unit: unitSchema,
  holds: decimalSchema,
  gtin: z
    .string()
    .regex(/^\d{8,14}$/)
    .optional(),
});

export const itemSchema = z.strictObject({
  id: idSchema,
  description: z.string().min(1).max(200),
  status: z.enum(['active', 'phasing_out', 'blocked', 'inactive']),
  /** Codes from the top of the hierarchy down to the item's own group. */
  hierarchy: z.array(z.string().min(1).max(60)).max(8),
  baseUnit: unitSchema,
  packs: z.array(packSchema).max(10),
  identifiers: z.array(identifierSchema).max(20),
  provenance: provenanceSchema,
});
export type Item = z.infer<typeof itemSchema>;
