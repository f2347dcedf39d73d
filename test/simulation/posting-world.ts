/**
 * One run of posting in a bad world: orders are requested, the bus repeats and reorders, functions die, answers get
 * lost, the system of record is down, slow, locked or picky, a person redrives. Then all becomes quiet.
 */
import { unwrap } from '#core/kernel/result.ts';
import { isQuiet, type Posting } from '#platform/posting/model.ts';
import type { PostingStore, PostingWakes } from '#platform/posting/ports.ts';
import { postPurchaseOrder } from '#platform/posting/post-purchase-order.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { wakeDuePostings } from '#platform/posting/wake-due-postings.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { type MemoryPostings, memoryPostings } from '#test/doubles/memory-postings.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { answer, type SimulatedSystem, simulatedSystem } from '#test/doubles/simulated-system.ts';
import { capabilitiesOf, refusalOf, type Story, storyOf, weatherOf } from './posting-story.ts';
import { type Random, randomOf } from './random.ts';
import { type Ending, noTrouble, type Process, type Scheduler, scheduler } from './scheduler.ts';
import { type SimulatedQueue, simulatedQueue } from './simulated-queue.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');
const LONGEST = START + 8 * 60 * MINUTE;
const correlationId = 'cor-00000001';
const requested = 'crossdock.purchase-order-requested.v1';

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
    wake: async ({ effectId, documentId, fence }) => queue.send(effectId, documentId, `${effectId}-${fence}`),
  };
  const bus = requestQueue(stage, wakes);
  const isRelayed = relayRequests(stage, bus);
  for (const { id } of story.orders) await requestOrder(records, id);
  sweepEveryMinute(stage, wakes);
  redriveNowAndThen(stage);

  const isAtRest = () =>
    !isChaos() && isRelayed() && bus.isEmpty() && queue.isEmpty() && isAllDone(story, postings.all());
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
  let hear = (): void => undefined;
  const commit: MemoryRecords['commit'] = async (commit) => {
    const committed = await records.commit(commit);
    hear();
    return committed;
  };
  const onCommit = (listen: () => void): void => {
    hear = listen;
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
          const adapter = own.port(stage.system, 'outside');
          const parts = {
            store: own.port(stage.store),
            loads: own.port(stage.postings.loads),
            records: own.port(stage.records),
            connect: async () => ({ ok: true, value: { adapter, callsPerSecond: 20 } }) as const,
            clock: own.clock,
            pause: own.sleep,
          };
          unwrap(await postPurchaseOrder(parts, effectId));
        },
        ended,
      ),
  });

interface Request {
  readonly purchaseOrderId: string;
  readonly sequence: number;
}

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

/** As `request-purchase-order` commits it. */
async function requestOrder(records: MemoryRecords, id: string): Promise<void> {
  const body = aPurchaseOrder({ id });
  const data = { purchaseOrderId: id, system: 'tryton', supplierId: 'S1', locationId: 'HAM', lines: 1 };
  const event = { name: 'purchase-order-requested', data } as const;
  const change = { type: 'purchase-order', id, expect: 'absent', body, events: [event] } as const;
  unwrap(await records.commit({ changes: [change], correlationId }));
}

/** The relay: everything that was committed gets to the bus, soon. Answers whether it has. */
function relayRequests(stage: Stage, bus: SimulatedQueue<Request>): () => boolean {
  const { world, records, random } = stage;
  let relayed = 0;
  let isPlanned = false;
  const relay = (): void => {
    isPlanned = false;
    const published = records.published();
    for (const { type, subject, sequence } of published.slice(relayed)) {
      if (type === requested) bus.send({ purchaseOrderId: subject, sequence: Number(sequence) }, subject);
    }
    relayed = published.length;
  };
  stage.onCommit(() => {
    if (!isPlanned) world.after(random.int(100, 5000), relay);
    isPlanned = true;
  });
  return () => !isPlanned;
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
  const redrive = (id: string) => (own: Process) =>
    redrivePosting(
      { store: own.port(stage.store), records: own.port(stage.records) },
      { purchaseOrderId: id, actor: { kind: 'person', id: 'ben' }, reason: 'Repaired.', correlationId },
    );
  const hasLooked = (id: string): boolean =>
    world.nowMs() > START + story.chaosMs + 15 * MINUTE &&
    simulated.orders().every(({ order, state }) => order.id !== id || state !== 'confirmed');
  everySoOften(
    world,
    () => random.int(1, 5) * MINUTE,
    () => {
      const { id, refusal } = random.pick(story.orders);
      const state = postings.all().find(({ documentId }) => documentId === id)?.state.name;
      const isWorthIt = isChaos() ? random.chance(0.5) : refusal !== 'always';
      const isAllowed =
        state === 'refused' || state === 'parked' || (state === 'needs-person' && hasLooked(id));
      if (isWorthIt && isAllowed) spawn(stage, redrive(id), () => undefined);
    },
  );
}

/** Nothing is left to do for a machine, nor for a person who can repair. */
const isAllDone = ({ orders }: Story, postings: readonly Posting[]): boolean =>
  postings.length === orders.length &&
  postings.every((posting) => {
    const isRepairable = orders.some(({ id, refusal }) => id === posting.documentId && refusal !== 'always');
    return isQuiet(posting) && !(posting.state.name === 'refused' && isRepairable);
  });

function everySoOften(world: Scheduler, wait: () => number, run: () => void): void {
  const again = (): void => {
    run();
    world.after(wait(), again);
  };
  world.after(wait(), again);
}
