/**
 * Doing something without doing it: inside a dry run every client of AWS lets reads through and only notes writes, and
 * a call that would change another system ends it. What was written is found again by reads that name it by its key;
 * lists see the world as it is, and the conditions of writes count as met: what was decided before them read what is there.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** What would be done, in order: `commit` `order-ledger led-1`. */
export interface Effect {
  readonly what: string;
  readonly about: string;
}

export interface DryRun {
  readonly effects: Effect[];
  /** Set when what follows depends on an answer that only the real thing gives. */
  ended: boolean;
  /** Items by table and key; undefined: deleted. */
  readonly items: Map<string, Readonly<Record<string, unknown>> | undefined>;
  readonly objects: Map<string, DryObject>;
}

/** An object that would have been written, or one that would be a copy of another. */
export type DryObject =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly metadata: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'copy'; readonly bucket: string; readonly key: string };

const MOST_EFFECTS = 50;

const running = new AsyncLocalStorage<DryRun>();

/** The dry run we are in, if we are in one. */
export const dryRun = (): DryRun | undefined => running.getStore();

/** Run something dry; answers how it ended and what it would have done. */
export async function runDry<T>(run: () => Promise<T>): Promise<{
  readonly effects: readonly Effect[];
  readonly ended: boolean;
  readonly settled: PromiseSettledResult<T>;
}> {
  const dry: DryRun = { effects: [], ended: false, items: new Map(), objects: new Map() };
  const [settled] = await running.run(dry, () => Promise.allSettled([run()]));
  return { effects: dry.effects, ended: dry.ended, settled };
}

/**
 * What a process remembers of its own writes, such as what it need not write again: a dry run has a memory of its
 * own, since what it writes is not there afterwards.
 */
export function apartInDryRuns<T extends object>(make: () => T): () => T {
  const shared = make();
  const own = new WeakMap<DryRun, T>();
  return () => {
    const dry = dryRun();
    if (!dry) return shared;
    const made = own.get(dry) ?? make();
    own.set(dry, made);
    return made;
  };
}

export function noteEffect(dry: DryRun, what: string, about: string): void {
  if (dry.effects.length < MOST_EFFECTS) dry.effects.push({ what, about: about.slice(0, 300) });
}

/** Thrown where a dry run cannot go on: what follows depends on another system's answer. */
export class DryRunEnds extends Error {
  override readonly name = 'DryRunEnds';
}

/** Before a call that changes another system: in a dry run it is noted and not made. */
export function beforeOutsideChange(what: string, about: string): void {
  const dry = dryRun();
  if (!dry) return;
  noteEffect(dry, what, about);
  dry.ended = true;
  throw new DryRunEnds(`${what} ${about}`);
}
