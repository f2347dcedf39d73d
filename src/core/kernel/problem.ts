import { intakeProblems } from './problems/intake.ts';
import { journalProblems } from './problems/journal.ts';
import { partnerProblems } from './problems/partners.ts';
import { postingProblems } from './problems/posting.ts';
import { purchasingProblems } from './problems/purchasing.ts';
import { requestProblems } from './problems/request.ts';

/** Who can make the cause go away. */
export type Repairer = 'caller' | 'planner' | 'buyer' | 'steward' | 'ops' | 'engineer';

/** One entry of the problem catalogue: everything about a failure that does not depend on the case. */
export interface ProblemEntry {
  /** HTTP status the problem answers with (RFC 9457 `status`). */
  readonly status: number;
  /** One sentence that is the same for every occurrence (RFC 9457 `title`). */
  readonly title: string;
  /** A timer may try again what is retryable; what is terminal becomes a person's business. */
  readonly disposition: 'retryable' | 'terminal';
  readonly repairedBy: Repairer;
  /** What that person does next. */
  readonly hint: string;
}

/** Every expected failure of the product, by code. */
export const problemCatalogue = {
  ...requestProblems,
  ...intakeProblems,
  ...journalProblems,
  ...postingProblems,
  ...purchasingProblems,
  ...partnerProblems,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;

/** A failure that was expected: which one, what happened this time, and what it concerns. */
export interface Problem {
  readonly code: ProblemCode;
  /** What happened this time, with the values that matter and what to do; never a secret. */
  readonly detail: string;
  /** The faults inside one input, each with where it is. */
  readonly faults?: readonly Fault[];
  /** Seconds after which a retry makes sense, when the cause told us. */
  readonly retryAfterSeconds?: number;
}

export interface Fault {
  /** JSON pointer, column name or `line 17`. */
  readonly at: string;
  readonly message: string;
}

export const problem = (
  code: ProblemCode,
  detail: string,
  extra: Omit<Problem, 'code' | 'detail'> = {},
): Problem => ({ code, detail, ...extra });

/**
 * A problem where no result can carry it: a port whose reads answer plain values. The edge (API route, task or
 * queue handler) turns it back into its problem; nothing in between catches it.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(`${cause.code}: ${cause.detail}`);
    this.problem = cause;
  }
}

export const entryOf = (code: ProblemCode): ProblemEntry => problemCatalogue[code];

export const isRetryable = ({ code }: Problem): boolean => entryOf(code).disposition === 'retryable';
