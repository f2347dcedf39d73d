import * as z from 'zod';
import { type Instant, instantSchema } from '#core/kernel/dates.ts';
import { type Identifier, identifierSchema, idSchema } from '#core/kernel/identifiers.ts';

/** Small letters, digits and hyphens: it is part of folder names and of identifier schemes. */
export const partnerIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

/**
 * The directory entry of a partner: how it is found. The agreement itself is the setting `partner:<id>`; this entry
 * is written with it and says its version.
 */
export const partnerSchema = z.strictObject({
  id: partnerIdSchema,
  name: z.string().min(1).max(80),
  supplierId: idSchema,
  agreementVersion: z.int().min(1),
  /** When its last interchange came, for noticing silence. */
  lastHeardAt: instantSchema.optional(),
  /** Client ids of the consumers that speak for it in the API; several while one replaces another. */
  consumers: z.array(z.string().min(1).max(80)).max(5).optional(),
  /** Its supplier, and its address on interchanges. */
  identifiers: z.array(identifierSchema).min(1).max(5),
});
export type Partner = z.infer<typeof partnerSchema>;

/** Leads from our supplier to its partner. */
export const partnerOfSupplier = (supplierId: string): Identifier => ({
  scheme: 'partner-of-supplier',
  value: supplierId,
});

/** Leads from sender and receiver of an interchange to the partner: `ZZ:ACME>01:US`. */
export const partnerOfAddresses = (
  them: { readonly qualifier: string; readonly id: string },
  us: { readonly qualifier: string; readonly id: string },
): Identifier => ({
  scheme: 'partner-of-addresses',
  value: `${them.qualifier.trim()}:${them.id.trim()}>${us.qualifier.trim()}:${us.id.trim()}`.slice(0, 80),
});

/** A code of a partner and what it is to us (M3); units of its own are translated by a deviation of its agreement. Its id is `crossReferenceId` of the three. */
export const crossReferenceSchema = z.strictObject({
  id: idSchema,
  partnerId: partnerIdSchema,
  kind: z.enum(['item', 'location']),
  theirs: z.string().min(1).max(80),
  /** Our item's or location's id. */
  ours: z.string().min(1).max(100),
  changedAt: instantSchema,
});
export type CrossReference = z.infer<typeof crossReferenceSchema>;

/** Control numbers of one partner and usage. Raised in the commit of the interchange that uses them. Id `<partner>:<usage>`. */
export const controlNumbersSchema = z.strictObject({
  id: idSchema,
  partnerId: partnerIdSchema,
  /** The last ones we sent. */
  sent: z.strictObject({ interchange: z.int().min(0), group: z.int().min(0), transaction: z.int().min(0) }),
  /** The highest interchange number received, where the partner counts. */
  received: z.int().min(0).optional(),
  /** Numbers that were passed over; what is on its way beside others comes late and fills them. */
  missing: z
    .array(
      z.strictObject({
        from: z.int().min(0),
        to: z.int().min(0),
        since: instantSchema,
        /** A person was told. */
        told: z.boolean(),
      }),
    )
    .max(100)
    .optional(),
});
export type ControlNumbers = z.infer<typeof controlNumbersSchema>;

/** How long a number may come after its successors before it counts as lost. */
const LATE_MS = 30 * 60_000;

/** When the next number that is missing counts as lost; undefined when none is, or all were told. */
export function gapDueAt({ missing = [] }: ControlNumbers): Instant | undefined {
  const [first] = missing
    .filter(({ told }) => !told)
    .map(({ since }) => since)
    .sort();
  return first === undefined ? undefined : new Date(Date.parse(first) + LATE_MS).toISOString();
}
