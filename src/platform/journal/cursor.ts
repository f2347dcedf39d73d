import * as z from 'zod';
import { sha256 } from '#core/kernel/identifiers.ts';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import type { ListQuery } from '#core/kernel/records.ts';

/**
 * A cursor is the sort text of the last entry seen, bound by a check sum to the list, scope and order it was read
 * in. It grants nothing: whose list is read is in the query, never in the cursor.
 */
const cursorSchema = z.strictObject({ after: z.string().min(1).max(1024), check: z.string() });

/** What a cursor is bound to. */
type Paged = Pick<ListQuery, 'scope' | 'order' | 'cursor'> & { readonly list: string };

export function encodeCursor(query: Paged, after: string): string {
  return Buffer.from(JSON.stringify({ after, check: checkOf(query, after) })).toString('base64url');
}

/** The sort text to go on after; throws `validation-failed` for anything this query did not give out. */
export function decodeCursor(query: Paged): string | undefined {
  if (query.cursor === undefined) return undefined;
  const parsed = cursorSchema.safeParse(jsonOf(query.cursor));
  if (parsed.success && parsed.data.check === checkOf(query, parsed.data.after)) return parsed.data.after;
  const fault = { at: '/cursor', message: 'must be the cursor of the page before, of the same query' };
  throw new ProblemError(
    problem('validation-failed', 'The cursor is not one of this list.', { faults: [fault] }),
  );
}

/** Throws `validation-failed` when a page would be empty or larger than is given out. */
export function checkLimit({ limit }: Pick<ListQuery, 'limit'>, maximum: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= maximum) return;
  const fault = { at: '/limit', message: `must be a whole number from 1 to ${maximum}` };
  throw new ProblemError(problem('validation-failed', `A page of ${limit} entries.`, { faults: [fault] }));
}

const checkOf = ({ list, scope = '', order = 'ascending' }: Paged, after: string): string =>
  sha256(JSON.stringify([list, scope, order, after])).slice(0, 16);

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
