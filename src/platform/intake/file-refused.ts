import { type Problem, type ProblemCode, problem } from '#core/kernel/problem.ts';

/**
 * A file that cannot be trusted as a whole, thrown inside the reading pipeline because generators cannot answer
 * results; `readRows` turns it back into one.
 */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.problem = problem(code, detail);
  }
}
