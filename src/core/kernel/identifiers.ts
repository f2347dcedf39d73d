import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * An identifier is a scheme and a value: GS1's `gtin`, `gln`, `sscc`, or a system's own number such as
 * `tryton:product` / `17`.
 */
export const identifierSchema = z.strictObject({
  scheme: z
    .string()
    .regex(/^[a-z0-9]+(?:[:-][a-z0-9]+)*$/, 'must be a scheme such as gtin or tryton:product'),
  value: z.string().min(1).max(80),
});
export type Identifier = z.infer<typeof identifierSchema>;

/** The id of a record of ours: letters, digits and `. _ : @ -`; at most 100 characters. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$/, 'must be 1 to 100 letters, digits or . _ : @ -');

/** An id that the same parts always give: what a retry computes again, it finds again. */
export function derivedId(prefix: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part};`);
  return `${prefix}-${hash.digest('hex').slice(0, 26)}`;
}

/** SHA-256 in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
