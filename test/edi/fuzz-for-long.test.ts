import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadResult } from '#edi/codec/interchange.ts';
import { split } from './arbitraries.ts';
import {
  answerAll,
  damage,
  damaged,
  documents,
  readEdifact,
  readX12,
  restructured,
  restructuring,
} from './damage.ts';
import { bytes } from './samples.ts';

/** A second each; a minute with `npm run test:full`. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 1);
/** No input here is larger than some kilobytes: whatever takes this long does not end for the right reason. */
const LONGEST_MS = 1_000;
/** What a heap may differ by between two collections without anything being kept. */
const GROWTH_BYTES = 24_000_000;
const LOOK_EVERY = 2_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use once everything that can go is gone. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Watches that no reading takes long and that none of them leaves anything behind. */
class Watch {
  #runs = 0;
  #first: number | undefined;

  time(read: () => void): void {
    const started = performance.now();
    read();
    const took = performance.now() - started;
    if (took > LONGEST_MS) throw new Error(`reading took ${Math.round(took)} ms`);
    if (++this.#runs % LOOK_EVERY === 0) this.#look();
  }

  get runs(): number {
    return this.#runs;
  }

  /** The first look is the measure: by then schemas are compiled and functions optimised. */
  #look(): void {
    const now = inUse();
    this.#first ??= now;
    const grown = now - this.#first;
    if (grown > GROWTH_BYTES) throw new Error(`${grown} bytes more after ${this.#runs} readings`);
  }
}

const syntaxes = [
  { name: 'X12', ending: '.x12', terminator: '~\n', separator: '*', read: readX12 },
  { name: 'EDIFACT', ending: '.edi', terminator: "'\n", separator: '+', read: readEdifact },
] as const;

describe('for as long as asked', () => {
  test.each(syntaxes)(
    '[S3] $name however damaged neither crashes nor hangs, and leaves nothing in memory',
    ({ ending, terminator, separator, read }) => {
      const all = documents(ending);
      const watch = new Watch();
      const source = fc.constantFrom(...all);
      const broken = fc
        .record({
          one: source,
          other: source,
          changes: fc.array(restructuring, { maxLength: 8 }),
          damages: fc.array(damage, { maxLength: 4 }),
          isTwice: fc.boolean(),
        })
        .map(({ one, other, changes, damages, isTwice }) => {
          const segments = [...restructured(one, changes, other, separator), ...(isTwice ? other : [])];
          return damaged(bytes(segments.map((segment) => segment + terminator).join(''), 'latin1'), damages);
        });
      const chunks = fc.array(fc.nat({ max: 5_000 }), { maxLength: 6 });
      fc.assert(
        fc.property(broken, chunks, (data, at) => {
          let whole: ReadResult | undefined;
          watch.time(() => {
            whole = read([data]);
            answerAll(whole);
          });
          watch.time(() => expect(read(split(data, at))).toEqual(whole));
        }),
        {
          numRuns: Number.MAX_SAFE_INTEGER,
          interruptAfterTimeLimit: seconds * 1_000,
          markInterruptAsFailure: false,
        },
      );
      console.log(`${watch.runs} readings in ${seconds} s`);
      expect(watch.runs).toBeGreaterThan(seconds * 50);
    },
    seconds * 1_000 + 60_000,
  );
});
