import { fail, type Result } from './result.ts';

/** At each collision one of the others went through, so this is how many others may come first. */
const ATTEMPTS = 40;

/**
 * Run a decision that reads, decides and commits; when what it read had changed by the time it committed
 * (`record-changed`), run it again from the reading. Every other answer is passed on, and so is the last.
 */
export async function decideAgain<T>(decide: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await decide();
    if (result.ok || result.problem.code !== 'record-changed') return result;
    if (attempt === ATTEMPTS) return fail(result.problem);
  }
}
