/**
 * One run of posting in a bad world: orders, changes of them and their invoices are requested, the bus repeats and reorders, functions die, answers get
 * lost, the system of record is down, slow, locked or picky, a person redrives. Then all becomes quiet.
 */
import { fail, ok, type Result, unwrap } from '#core/kernel/result.ts';
import type { ConnectedSystem, PostingWakes } from '#platform/posting/ports.ts';
import { postDocument } from '#platform/posting/post-document.ts';
import { inMaintenance } from '#platform/posting/rules/maintenance.ts';
import { schedulePosting } from '#platform/posting/schedule-posting.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import type { MemoryPostings } from '#test/doubles/memory-postings.ts';
import type { MemoryRecords } from '#test/doubles/memory-records.ts';
import type { SimulatedSystem } from '#test/doubles/simulated-system.ts';
import {
  askAsOrdersAreThere,
  correlationId,
  everySoOften,
  isAllDone,
  type Request,
  redriveNowAndThen,
  relayRequests,
  sweepEveryMinute,
} from './posting-happenings.ts';
import { MINUTE, type Sabotage, START, type Stage, spawn, stageOf } from './posting-stage.ts';
import type { Story } from './posting-story.ts';
import { requestOrder } from './posting-wishes.ts';
import type { Process } from './scheduler.ts';
import { type SimulatedQueue, simulatedQueue } from './simulated-queue.ts';

const LONGEST = START + 8 * 60 * MINUTE;

export interface PostingWorld {
  readonly story: Story;
  readonly records: MemoryRecords;
  readonly postings: MemoryPostings;
  readonly system: SimulatedSystem;
  readonly deadLetters: readonly unknown[];
  /** Nothing is left to happen by itself, and that before the time was up. */
  readonly cameToRest: boolean;
}

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
          const parts = {
            store: own.port(stage.store),
            loads: own.port(stage.postings.loads),
            records: own.port(stage.read),
            connect: async () => connectedTo(stage, own),
            clock: own.clock,
            pause: own.sleep,
          };
          unwrap(await postDocument(parts, effectId));
        },
        ended,
      ),
  });

/** The system as a function sees it, unless it is paused then. */
function connectedTo({ story, system }: Stage, own: Process): Result<ConnectedSystem> {
  const now = own.clock.now();
  const { afterMs = 0, forMs = 0 } = story.maintenance ?? {};
  const since = new Date(START + afterMs).toISOString();
  const until = new Date(START + afterMs + forMs).toISOString();
  const maintenance = { since, until, by: 'ben', reason: 'It is moved.' };
  const paused = inMaintenance({ id: system.id, ...(now >= since && { maintenance }) }, now);
  return paused ? fail(paused) : ok({ adapter: seenBy(own, system), callsPerSecond: 20 });
}

/** Each call to the system is a point at which things go wrong. */
const seenBy = (own: Process, system: SystemOfRecord): SystemOfRecord => ({
  ...system,
  purchaseOrders: own.port(system.purchaseOrders, 'outside'),
  amendments: own.port(system.amendments, 'outside'),
  supplierInvoices: own.port(system.supplierInvoices, 'outside'),
});

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
          unwrap(await schedulePosting(parts, { ...request, correlationId }));
        },
        ended,
      ),
  });
