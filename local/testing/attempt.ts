import { Blocked } from '../bootstrap/blocked.mjs';
import type { Tally } from './tally.ts';

/** Something that either works or does not, counted as one test; why it does not is shown. */
export async function attempt<T>(work: Promise<T>): Promise<{ readonly tally: Tally; readonly value?: T }> {
  try {
    return { tally: { passed: 1, failed: 0 }, value: await work };
  } catch (failure) {
    if (!(failure instanceof Blocked)) throw failure;
    console.log(failure.message);
    return { tally: { passed: 0, failed: 1 } };
  }
}
