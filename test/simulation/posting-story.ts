import type { DocumentCapabilities, RepeatGuarantee } from '#platform/posting/system-of-record.ts';
import {
  answer,
  type Behaviour,
  commitLate,
  down,
  locked,
  loseAnswer,
  loseRequest,
  type SystemCall,
  simulatedCapabilities,
} from '#test/doubles/simulated-system.ts';
import type { Random } from './random.ts';
import type { Trouble } from './scheduler.ts';

/** What a seed decides at the beginning of a run. */
export interface Story {
  readonly orders: readonly [StoryOrder, ...StoryOrder[]];
  readonly create: RepeatGuarantee;
  readonly hasDrafts: boolean;
  readonly chaosMs: number;
  readonly trouble: Trouble;
  readonly weather: 'calm' | 'flaky' | 'losing' | 'down' | 'locked' | 'storm';
  readonly longestCommitDelaySeconds: number;
  /** The system takes much longer than it declares. Still never a second order where there are drafts. */
  readonly brokenWord: boolean;
  /** Functions that outlive their lease: more than the platform allows, and still never a second order. */
  readonly zombies: boolean;
  /** Messages of a document one after the other, as the queue promises; or all at once. */
  readonly grouped: boolean;
  readonly visibilityMs: number;
  /** The system is paused for maintenance once, so long after the start; perhaps beyond all else that goes wrong. */
  readonly maintenance?: { readonly afterMs: number; readonly forMs: number };
}

/** Something to be posted, and what the system thinks of it. */
export interface StoryDocument {
  readonly id: string;
  readonly refusal: 'never' | 'until-repaired' | 'always';
}

export interface StoryOrder extends StoryDocument {
  /** Decided one after the other once the order is in the system. */
  readonly changes: readonly StoryDocument[];
  readonly invoices: readonly StoryDocument[];
}

const MINUTE = 60_000;
const document = (random: Random, id: string): StoryDocument => ({
  id,
  refusal: random.pick(['never', 'never', 'never', 'until-repaired', 'always']),
});

const several = (random: Random, most: number, idOf: (n: number) => string): readonly StoryDocument[] =>
  Array.from({ length: random.int(0, most) }, (_, n) => document(random, idOf(n + 1)));

const order = (random: Random, n: number): StoryOrder => ({
  ...document(random, `po-${n}`),
  changes: several(random, 3, (change) => `oc-${n}-${change}`),
  invoices: several(random, 1, (invoice) => `pd-${n}-${invoice}`),
});

/** Everything that a story has posted, orders first. */
export const documentsOf = ({
  orders: [first, ...others],
}: Pick<Story, 'orders'>): readonly [StoryDocument, ...StoryDocument[]] => [
  first,
  ...first.changes,
  ...first.invoices,
  ...others.flatMap((order) => [order, ...order.changes, ...order.invoices]),
];

export const storyOf = (random: Random): Story =>
  random.chance(0.2) ? stormOf(random) : usualStoryOf(random);

/** Everything at once where it hurts most: late answers, many drafts, attempts that will not die. */
const stormOf = (random: Random): Story => ({
  orders: [{ ...order(random, 1), refusal: 'never' }],
  create: 'lookupOnly',
  hasDrafts: true,
  longestCommitDelaySeconds: 5,
  brokenWord: true,
  chaosMs: random.int(30, 90) * MINUTE,
  trouble: {
    crash: 0.01,
    lostAnswer: 0.01,
    pause: 0.01,
    outsidePause: 0.3,
    longestPauseMs: 8 * MINUTE,
    longestFlightMs: 8 * MINUTE,
  },
  weather: 'storm',
  zombies: true,
  grouped: false,
  visibilityMs: MINUTE,
});

function usualStoryOf(random: Random): Story {
  const zombies = random.chance(0.2);
  const create = random.pick<RepeatGuarantee>([
    'lookupOnly',
    'lookupOnly',
    'lookupOnly',
    'uniqueReference',
    'nativeIdempotency',
    'none',
  ]);
  const hasDrafts = create === 'lookupOnly' ? random.chance(0.8) : random.chance(0.3);
  const longestCommitDelaySeconds = random.pick([5, 60, 600]);
  const more = Array.from({ length: random.int(0, 2) }, (_, n) => order(random, n + 2));
  return {
    orders: [order(random, 1), ...more],
    create,
    hasDrafts,
    longestCommitDelaySeconds,
    brokenWord: hasDrafts && random.chance(0.3),
    chaosMs: random.int(1, 12) * MINUTE,
    trouble: {
      crash: random.pick([0, 0.02, 0.1]),
      lostAnswer: random.pick([0, 0.02, 0.1]),
      pause: random.pick([0, 0.02, 0.1]),
      outsidePause: random.pick([0, 0.02, 0.1]),
      longestPauseMs: (zombies ? 10 : 1) * MINUTE,
      longestFlightMs: longestCommitDelaySeconds * 1000,
    },
    weather: random.pick(['calm', 'flaky', 'losing', 'down', 'locked']),
    zombies,
    grouped: random.chance(0.7),
    visibilityMs: random.pick([1, 3, 12]) * MINUTE,
    ...(random.chance(0.3) && {
      maintenance: { afterMs: random.int(0, 10) * MINUTE, forMs: random.int(1, 40) * MINUTE },
    }),
  };
}

export const capabilitiesOf = ({
  create,
  hasDrafts,
  longestCommitDelaySeconds,
}: Story): DocumentCapabilities => ({
  ...simulatedCapabilities,
  longestCommitDelaySeconds,
  repeats: { ...simulatedCapabilities.repeats, create },
  hasDrafts,
});

/** Why the system will not take something now. */
export function refusalOf(story: Story, id: string, isChaos: boolean): string | undefined {
  const refusal = documentsOf(story).find((document) => document.id === id)?.refusal;
  const refuses = refusal === 'always' || (refusal === 'until-repaired' && isChaos);
  return refuses ? 'The item is not purchasable.' : undefined;
}

/** What becomes of one call to the system while things go wrong. */
export function weatherOf(story: Story, call: SystemCall, random: Random): Behaviour {
  switch (story.weather) {
    case 'calm':
      return random.chance(0.05) ? lost(story, random) : answer;
    case 'flaky':
      if (random.chance(0.2)) return down;
      if (random.chance(0.1))
        return { kind: 'fail', code: 'system-throttled', retryAfterSeconds: random.int(1, 60) };
      return random.chance(0.2) ? lost(story, random) : answer;
    case 'losing':
      return random.chance(0.6) ? lost(story, random) : answer;
    case 'down':
      return random.chance(0.9) ? down : answer;
    case 'locked':
      return random.chance(0.5) ? locked : answer;
    case 'storm':
      return stormOn(call, random);
  }
}

function lost({ longestCommitDelaySeconds, brokenWord }: Story, random: Random): Behaviour {
  const longest = longestCommitDelaySeconds * (brokenWord ? random.pick([10, 100]) : 1);
  return random.pick<Behaviour>([loseAnswer, loseRequest, commitLate(random.int(0, longest))]);
}

/** Drafts appear when nobody expects them any more, and are hard to get rid of. */
function stormOn(call: SystemCall, random: Random): Behaviour {
  if (call === 'create') return random.chance(0.7) ? commitLate(random.int(0, 600)) : loseAnswer;
  if (call === 'confirm') return random.chance(0.5) ? loseRequest : answer;
  if (call === 'discard') return random.chance(0.5) ? loseRequest : answer;
  return answer;
}
