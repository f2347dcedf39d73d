import * as z from 'zod';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import type { StoredRecord } from '#core/kernel/records.ts';

/** What every resource says beside its own fields. */
const stored = {
  /** Counts the changes of the resource; the ETag is the same number in quotes. */
  version: z.int().min(1),
  updatedAt: instantSchema,
  /** Under which it came into being: follow it through documents, events and logs. */
  correlationId: correlationIdSchema,
};

/** The schema of a resource as it is answered: only the named fields leave, whatever the record holds. */
export const resource = <S extends z.ZodRawShape>(shape: S) => z.object({ ...shape, ...stored });

/** A page of resources; `nextCursor` is present when there is more. */
export const page = <S extends z.ZodType>(entry: S) =>
  z.object({ entries: z.array(entry), nextCursor: z.string().optional() });

/** A record with what is said beside its fields; the answer's schema then drops what is internal. */
export function present<T extends RecordType>(record: StoredRecord<T>): RecordBody<T> & StoredFields {
  const { body, version, updatedAt, correlationId } = record;
  return { ...body, version, updatedAt, correlationId };
}

export interface StoredFields {
  readonly version: number;
  readonly updatedAt: string;
  readonly correlationId: string;
}

/** How a list is asked for: so many entries, after what an earlier answer's `nextCursor` says. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
  cursor: z.string().min(1).max(2000).optional(),
};
