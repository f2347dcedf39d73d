/** What one run of posting in a bad world is played on. */
import type { PostingStore } from '#platform/posting/ports.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { type MemoryPostings, memoryPostings } from '#test/doubles/memory-postings.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { answer, type SimulatedSystem, simulatedSystem } from '#test/doubles/simulated-system.ts';
import { capabilitiesOf, refusalOf, type Story, storyOf, weatherOf } from './posting-story.ts';
import { type Random, randomOf } from './random.ts';
import { type Ending, noTrouble, type Process, type Scheduler, scheduler } from './scheduler.ts';

export const MINUTE = 60_000;
export const START = Date.parse('2026-11-23T08:00:00.000Z');

/** What a test breaks on purpose. */
export interface Sabotage {
  readonly store?: (store: PostingStore) => PostingStore;
  readonly system?: (system: SystemOfRecord) => SystemOfRecord;
  /** What posting reads of our records. */
  readonly records?: (records: MemoryRecords) => MemoryRecords;
}

/** The world while it runs. */
export interface Stage {
  readonly story: Story;
  readonly random: Random;
  readonly world: Scheduler;
  readonly isChaos: () => boolean;
  readonly records: MemoryRecords;
  /** As posting sees them. */
  readonly read: MemoryRecords;
  readonly postings: MemoryPostings;
  readonly simulated: SimulatedSystem;
  readonly store: PostingStore;
  readonly system: SystemOfRecord;
  readonly onCommit: (listen: () => void) => void;
}

type Ended = (how: Ending, error?: unknown) => void;

export function stageOf(seed: number, sabotage: Sabotage): Stage {
  const random = randomOf(seed);
  const story = storyOf(random);
  const isChaos = (): boolean => world.nowMs() < START + story.chaosMs;
  const world = scheduler(random, START, () => (isChaos() ? story.trouble : noTrouble));
  const { clock } = world;
  const postings = memoryPostings();
  const simulated = simulatedSystem({ clock, capabilities: capabilitiesOf(story) });
  simulated.behave((call) => (isChaos() ? weatherOf(story, call, random) : answer));
  simulated.refuse(({ id }) => refusalOf(story, id, isChaos()));
  const { records, onCommit } = heardRecords(memoryRecords({ clock }));
  return {
    ...{ story, random, world, isChaos, postings, simulated, records, onCommit },
    read: sabotage.records?.(records) ?? records,
    store: sabotage.store?.(postings) ?? postings,
    system: sabotage.system?.(simulated) ?? simulated,
  };
}

/** Records that tell of every commit. */
function heardRecords(records: MemoryRecords) {
  const listeners: (() => void)[] = [];
  const commit: MemoryRecords['commit'] = async (commit) => {
    const committed = await records.commit(commit);
    for (const hear of listeners) hear();
    return committed;
  };
  const onCommit = (listen: () => void): void => {
    listeners.push(listen);
  };
  return { records: { ...records, commit }, onCommit };
}

/** Run something as a function would: with a clock of its own, and a platform that stops it after two minutes. */
export function spawn(
  { world, random, story }: Stage,
  run: (own: Process) => Promise<unknown>,
  ended: Ended,
): void {
  const lifetimeMs = story.zombies ? Number.POSITIVE_INFINITY : 2 * MINUTE;
  world.spawn(async (own) => void (await run(own)), { lifetimeMs, skewMs: random.int(-2000, 2000), ended });
}
