/**
 * One run of posting in a bad world: orders, changes of them and their invoices are requested, the bus repeats and reorders, functions die, answers get
 * lost, the system of record is down, slow, locked or picky, a person redrives. Then all becomes quiet.
 */
import { unwrap } from '#core/kernel/result.ts';
import { isQuiet, type Posting } from '#platform/posting/model.ts';
import type { PostingStore, PostingWakes } from '#platform/posting/ports.ts';
import { postDocument } from '#platform/posting/post-document.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import { type PostingRequest, schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';
import { type MemoryPostings, memoryPostings } from '#test/doubles/memory-postings.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { answer, type SimulatedSystem, simulatedSystem } from '#test/doubles/simulated-system.ts';
import {
  capabilitiesOf,
  documentsOf,
  refusalOf,
  type Story,
  type StoryDocument,
  storyOf,
  weatherOf,
} from './posting-story.ts';
import { askedBy, requestChange, requestInvoice, requestOrder } from './posting-wishes.ts';
import { type Random, randomOf } from './random.ts';
import { type Ending, noTrouble, type Process, type Scheduler, scheduler } from './scheduler.ts';
import { type SimulatedQueue, simulatedQueue } from './simulated-queue.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');
const LONGEST = START + 8 * 60 * MINUTE;
const correlationId = 'cor-00000001';
const created = 'crossdock.purchase-order-created.v1';

export interface PostingWorld {
  readonly story: Story;
  readonly records: MemoryRecords;
  readonly postings: MemoryPostings;
  readonly system: SimulatedSystem;
  readonly deadLetters: readonly unknown[];
  /** Nothing is left to happen by itself, and that before the time was up. */
  readonly cameToRest: boolean;
}

/** What a test breaks on purpose. */
export interface Sabotage {
  readonly store?: (store: PostingStore) => PostingStore;
  readonly system?: (system: SystemOfRecord) => SystemOfRecord;
}

/** The world while it runs. */
interface Stage {
  readonly story: Story;
  readonly random: Random;
  readonly world: Scheduler;
  readonly isChaos: () => boolean;
  readonly records: MemoryRecords;
  readonly postings: MemoryPostings;
  readonly simulated: SimulatedSystem;
  readonly store: PostingStore;
  readonly system: SystemOfRecord;
  readonly onCommit: (listen: () => void) => void;
}

type Ended = (how: Ending, error?: unknown) => void;

export async function runPostingWorld(seed: number, sabotage: Sabotage = {}): Promise<PostingWorld> {
  const stage = stageOf(seed, sabotage);
  const { story, world, isChaos, records, postings, simulated } = stage;
  const queue = postingQueue(stage);
  const wakes: PostingWakes = {
    wake: async ({ effectId, documentId, laneId, fence }) =>
      queue.send(effectId, laneId ?? documentId, `${effectId}-${fence}`),
  };
  const bus = requestQueue(stage, wakes);
  const isRelayed = relayRequests(stage, bus);
  const isAllAsked = askAsOrdersAreThere(stage);
  for (const { id } of story.orders) await requestOrder(records, id);
  sweepEveryMinute(stage, wakes);
  redriveNowAndThen(stage);

  const isAtRest = () =>
    !isChaos() &&
    isRelayed() &&
    isAllAsked() &&
    bus.isEmpty() &&
    queue.isEmpty() &&
    isAllDone(story, postings.all());
  let isOver = false;
  everySoOften(
    world,
    () => MINUTE,
    () => {
      isOver = isAtRest();
    },
  );
  await world.run(LONGEST, () => isOver);
  const deadLetters = [...queue.deadLetters, ...bus.deadLetters];
  return { story, records, postings, system: simulated, deadLetters, cameToRest: isAtRest() };
}

function stageOf(seed: number, sabotage: Sabotage): Stage {
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
function spawn({ world, random, story }: Stage, run: (own: Process) => Promise<unknown>, ended: Ended): void {
  const lifetimeMs = story.zombies ? Number.POSITIVE_INFINITY : 2 * MINUTE;
  world.spawn(async (own) => void (await run(own)), { lifetimeMs, skewMs: random.int(-2000, 2000), ended });
}

const postingQueue = (stage: Stage): SimulatedQueue<string> =>
  simulatedQueue({
    ...{ scheduler: stage.world, random: stage.random, maxReceives: 50 },
    visibilityMs: stage.story.visibilityMs,
    grouped: stage.story.grouped,
    duplicates: () => (stage.isChaos() ? 0.1 : 0),
    consume: (effectId, ended) =>
      spawn(
        stage,
        async (own) => {
          const adapter = seenBy(own, stage.system);
          const parts = {
            store: own.port(stage.store),
            loads: own.port(stage.postings.loads),
            records: own.port(stage.records),
            connect: async () => ({ ok: true, value: { adapter, callsPerSecond: 20 } }) as const,
            clock: own.clock,
            pause: own.sleep,
          };
          unwrap(await postDocument(parts, effectId));
        },
        ended,
      ),
  });

/** Each call to the system is a point at which things go wrong. */
const seenBy = (own: Process, system: SystemOfRecord): SystemOfRecord => ({
  ...system,
  purchaseOrders: own.port(system.purchaseOrders, 'outside'),
  amendments: own.port(system.amendments, 'outside'),
  supplierInvoices: own.port(system.supplierInvoices, 'outside'),
});

type Request = Omit<PostingRequest, 'system' | 'correlationId'>;

const requestQueue = (stage: Stage, wakes: PostingWakes): SimulatedQueue<Request> =>
  simulatedQueue({
    ...{
      scheduler: stage.world,
      random: stage.random,
      maxReceives: 50,
      visibilityMs: MINUTE,
      grouped: false,
    },
    duplicates: () => (stage.isChaos() ? 0.3 : 0),
    consume: (request, ended) =>
      spawn(
        stage,
        async (own) => {
          const parts = { store: own.port(stage.store), wakes: own.port(wakes), clock: own.clock };
          unwrap(await schedulePosting(parts, { ...request, system: 'tryton', correlationId }));
        },
        ended,
      ),
  });

/** The relay: everything that was committed gets to the bus, soon. Answers whether it has. */
function relayRequests(stage: Stage, bus: SimulatedQueue<Request>): () => boolean {
  const { world, records, random } = stage;
  let relayed = 0;
  let isPlanned = false;
  const relay = (): void => {
    isPlanned = false;
    const published = records.published();
    for (const { type, subject, sequence, data } of published.slice(relayed)) {
      const asked = askedBy(type, data);
      if (asked) bus.send({ ...asked, documentId: subject, sequence: Number(sequence) }, subject);
    }
    relayed = published.length;
  };
  stage.onCommit(() => {
    if (!isPlanned) world.after(random.int(100, 5000), relay);
    isPlanned = true;
  });
  return () => !isPlanned;
}

/** Changes and invoices come once the order is in the system. Answers whether all of them have come. */
function askAsOrdersAreThere(stage: Stage): () => boolean {
  const { world, records, random, story } = stage;
  const asked = new Set<string>();
  let seen = 0;
  let toCome = 0;
  const ask = (wait: number, request: () => Promise<void>): void => {
    toCome += 1;
    world.after(wait, () => {
      void request().then(() => {
        toCome -= 1;
      });
    });
  };
  stage.onCommit(() => {
    const published = records.published();
    const there = published.slice(seen).filter(({ type }) => type === created);
    seen = published.length;
    for (const order of story.orders) {
      if (asked.has(order.id) || there.every(({ subject }) => subject !== order.id)) continue;
      asked.add(order.id);
      let wait = 0;
      for (const [index] of order.changes.entries()) {
        wait += random.int(1, 6 * MINUTE);
        ask(wait, () => requestChange(records, order, index + 1));
      }
      for (const [index] of order.invoices.entries()) {
        ask(random.int(1, 15 * MINUTE), () => requestInvoice(records, order, index));
      }
    }
  });
  return () => toCome === 0;
}

function sweepEveryMinute(stage: Stage, wakes: PostingWakes): void {
  const sweep = (own: Process) =>
    wakeDuePostings({ store: own.port(stage.store), wakes: own.port(wakes), clock: own.clock });
  everySoOften(
    stage.world,
    () => MINUTE,
    () => spawn(stage, sweep, () => undefined),
  );
}

/** A person who redrives, without need at first, and with persistence once all is repaired. */
function redriveNowAndThen(stage: Stage): void {
  const { world, random, story, isChaos, postings, simulated } = stage;
  const redrive =
    ({ operation, documentId }: Posting) =>
    (own: Process) =>
      redrivePosting(
        { store: own.port(stage.store), records: own.port(stage.records) },
        { operation, documentId, actor: { kind: 'person', id: 'ben' }, reason: 'Repaired.', correlationId },
      );
  const hasLooked = ({ reference }: Posting): boolean =>
    world.nowMs() > START + story.chaosMs + 15 * MINUTE &&
    [...simulated.orders(), ...simulated.amended(), ...simulated.invoices()].every(
      (document) => document.reference !== reference || document.state !== 'confirmed',
    );
  everySoOften(
    world,
    () => random.int(1, 5) * MINUTE,
    () => {
      const { id, refusal } = random.pick(documentsOf(story));
      const posting = postings.all().find(({ documentId }) => documentId === id);
      const state = posting?.state.name;
      const isWorthIt = isChaos() ? random.chance(0.5) : refusal !== 'always';
      const isAllowed =
        state === 'refused' ||
        state === 'parked' ||
        (state === 'needs-person' && posting !== undefined && hasLooked(posting));
      if (posting && isWorthIt && isAllowed) spawn(stage, redrive(posting), () => undefined);
    },
  );
}

/** Nothing is left to do for a machine, nor for a person who can repair. */
const isAllDone = (story: Story, postings: readonly Posting[]): boolean =>
  story.orders.every(({ id }) => postings.some(({ documentId }) => documentId === id)) &&
  postings.every((posting) => {
    const known = documentsOf(story).find(({ id }) => id === posting.documentId);
    return (isQuiet(posting) && !isRepairable(posting, known)) || waitsForPerson(posting, postings);
  });

/** What was refused only for a time is posted in the end; a change, unless a newer one has come between. */
const isRepairable = ({ state, operation }: Posting, known: StoryDocument | undefined): boolean =>
  state.name === 'refused' && known?.refusal !== 'always' && operation !== 'amend-purchase-order';

/** It stands behind a change of the same order that a person must look up. */
const waitsForPerson = ({ state, laneId }: Posting, postings: readonly Posting[]): boolean =>
  state.name === 'parked' &&
  state.because.code === 'posting-waits' &&
  postings.some((other) => other.laneId === laneId && other.state.name === 'needs-person');

function everySoOften(world: Scheduler, wait: () => number, run: () => void): void {
  const again = (): void => {
    run();
    world.after(wait(), again);
  };
  world.after(wait(), again);
}
