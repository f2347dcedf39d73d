import * as z from 'zod';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { entryOf, type Problem, type ProblemCode } from '#core/kernel/problem.ts';

/** A failure as it is answered: RFC 9457, with the catalogue's code, the faults and what to do next. */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  code: z.string(),
  hint: z.string(),
  faults: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  correlationId: correlationIdSchema,
});
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

/** What names a problem for good, wherever its documentation lives. */
export const problemType = (code: ProblemCode): string => `urn:crossdock:problem:${code}`;

/** The body of a failed answer. What failed inside (5xx by a bug) is never shown, only its correlation id. */
export function problemDetails(problem: Problem, correlationId: string): ProblemDetails {
  const { status, title, hint } = entryOf(problem.code);
  return {
    type: problemType(problem.code),
    title,
    status,
    detail: status === 500 ? 'Tell us the correlation id and we find it.' : problem.detail,
    code: problem.code,
    hint,
    ...(problem.faults && status !== 500 ? { faults: problem.faults.map((fault) => ({ ...fault })) } : {}),
    correlationId,
  };
}
