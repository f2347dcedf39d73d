import { setTimeout as sleep } from 'node:timers/promises';
import { Blocked } from '../bootstrap/blocked.mjs';

const LOOK_EVERY_MS = 500;

/** What one look brings: what is waited for, or how far it is, in a sentence. */
export type Look<T> = { readonly seen: T } | { readonly notYet: string };

/** Look until there is something to see; after so many seconds say what was waited for and what was seen last. */
export async function eventually<T>(what: string, seconds: number, look: () => Promise<Look<T>>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if ('seen' in seen) return seen.seen;
    if (Date.now() > deadline)
      throw new Blocked(`${what} did not happen within ${seconds} s: ${seen.notYet}`);
    await sleep(LOOK_EVERY_MS);
  }
}
