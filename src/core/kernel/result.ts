import type { Problem } from './problem.ts';

/** What a use case answers: a value, or the problem that stopped it. Bugs throw; expected failures are values. */
export type Result<T> = Success<T> | Failure;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly problem: Problem;
}

export const ok = <T>(value: T): Success<T> => ({ ok: true, value });

export const fail = (problem: Problem): Failure => ({ ok: false, problem });

/** The value of a result that cannot fail here; throws what the problem says if it did after all. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.problem.code}: ${result.problem.detail}`);
}
