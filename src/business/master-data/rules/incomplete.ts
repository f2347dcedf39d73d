import type * as z from 'zod';

/** A body that is what it should be, or the reasons why it is not. */
export type Complete<Body> =
  | { readonly body: Body; readonly reasons?: never }
  | { readonly reasons: readonly string[]; readonly body?: never };

const REASONS_SHOWN = 8;

/** A record must have every field of its canonical schema in the form the schema asks for, and no other. */
export function complete<Body>(schema: z.ZodType<Body>, candidate: unknown): Complete<Body> {
  const parsed = schema.safeParse(candidate);
  if (parsed.success) return { body: parsed.data };
  const reasons = parsed.error.issues.map(
    ({ path, message }) => `incomplete: ${path.join('.') || 'record'}: ${message}`,
  );
  return { reasons: reasons.slice(0, REASONS_SHOWN) };
}

/** A record about two others has the id that they give: a supplier's terms `supplier:item`, stock `item@location`. */
export const misnamed = (id: string, expected: string): readonly string[] =>
  id === expected ? [] : [`conflicting: it is called ${id} and is about ${expected}`];
