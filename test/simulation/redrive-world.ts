/**
 * One run of redriving in a bad world: thousands of dead letters with copies and poison, workers that are killed at any
 * step, a redrive of some, one that is cancelled half-way, AWS's own redrive in between. Then the cause is repaired and
 * all becomes quiet.
 */
import type { DeadLetter, Redrive, RedriveSelection } from '#core/canonical/dead-letter.ts';
import { cancelRedrive } from '#platform/dead-letters/cancel-redrive.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import type { DeadLetterQueues } from '#platform/dead-letters/ports.ts';
import { type RedrivePorts, runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { startRedrive } from '#platform/dead-letters/start-redrive.ts';
import { runningJobs } from '#platform/jobs/running-jobs.ts';
import { memoryFailureNotes } from '#test/doubles/memory-failure-notes.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { type MemoryQueues, memoryQueues } from '#test/doubles/memory-queues.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { type Random, randomOf } from './random.ts';
import {
  type Content,
  consumerOf,
  type Delivery,
  fifo,
  fill,
  forwarded,
  queuesHere,
  standard,
} from './redrive-stage.ts';
import { noTrouble, type Process, type Scheduler, scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');
const CHAOS_ENDS = START + 12 * MINUTE;
const REPAIRED = CHAOS_ENDS + 8 * MINUTE;
const AT_LATEST = START + 6 * 60 * MINUTE;
const ops = { kind: 'person', id: 'ops@example.com' } as const;

/** What a test breaks on purpose. */
export interface RedriveSabotage {
  readonly queues?: (queues: DeadLetterQueues) => DeadLetterQueues;
  readonly records?: (records: MemoryRecords) => MemoryRecords;
}

export interface RedriveWorld {
  /** Every content there was, by its body. */
  readonly contents: ReadonlyMap<string, Content>;
  /** In the order of their first effect. */
  readonly applied: readonly string[];
  readonly deliveries: readonly Delivery[];
  readonly letters: readonly DeadLetter[];
  readonly redrives: readonly Redrive[];
  /** What each redrive was for. */
  readonly asked: ReadonlyMap<string, RedriveSelection>;
  /** Redriven by AWS's own means. */
  readonly moved: ReadonlySet<string>;
  readonly stillDead: number;
  readonly kills: number;
}

interface Stage {
  readonly world: Scheduler;
  readonly random: Random;
  readonly queues: MemoryQueues;
  /** Without sabotage: what people see. */
  readonly records: MemoryRecords;
  readonly asked: Map<string, RedriveSelection>;
  /** Run something as a function does, which may be killed. */
  readonly spawn: (main: (ports: RedrivePorts, isOver: () => boolean) => Promise<unknown>) => void;
}

type Worker = Parameters<Stage['spawn']>[0];

export async function runRedriveWorld(
  seed: number,
  count: number,
  sabotage: RedriveSabotage = {},
): Promise<RedriveWorld> {
  const random = randomOf(seed);
  const perCall = Math.min(0.02, 40 / count);
  const chaos = { ...noTrouble, crash: perCall, lostAnswer: perCall / 2 };
  const world: Scheduler = scheduler(random, START, () => (world.nowMs() < CHAOS_ENDS ? chaos : noTrouble));
  const queues = memoryQueues({
    queues: queuesHere,
    clock: world.clock,
    maxReceives: 2,
    beginsAt: (messages) => random.int(0, Math.max(0, messages - 1)),
    forgetsDelete: () => world.nowMs() < CHAOS_ENDS && random.chance(perCall),
  });
  const records = memoryRecords({ clock: world.clock });
  let kills = 0;
  const spawn = spawning({ world, random, queues, records, sabotage }, () => {
    kills += 1;
  });
  const stage: Stage = { world, random, queues, records, asked: new Map(), spawn };
  const contents = fill(queues, count, random);
  const consumer = consumerOf(queues, contents, () => world.nowMs() >= REPAIRED);
  const moved = new Set<string>();

  repeatedly(world, 0, MINUTE, () => everyMinute(spawn));
  repeatedly(world, 0, 2_000, consumer.work);
  people(stage);
  world.after(random.int(6, 10) * MINUTE, () => {
    for (const body of queues.moveBack(standard.name, count / 10)) moved.add(body);
  });
  let over = false;
  repeatedly(world, CHAOS_ENDS - START + MINUTE, MINUTE, async () => {
    over = await isQuiet(stage);
  });
  await world.run(AT_LATEST, () => over);

  const noticed = records.published().filter(({ id }) => id.startsWith('dead-letter/'));
  const letters = await records.getMany('dead-letter', [...new Set(noticed.map(({ subject }) => subject))]);
  const redrives = await records.getMany('redrive', [...stage.asked.keys()]);
  return {
    contents,
    applied: [...consumer.applied],
    deliveries: consumer.deliveries,
    letters: letters.map(({ body }) => body),
    redrives: redrives.map(({ body }) => body),
    asked: stage.asked,
    moved,
    stillDead: queuesHere.reduce((sum, { name }) => sum + queues.dead(name).length, 0),
    kills,
  };
}

/** Functions see the world through ports of their own process, and stop of themselves after four minutes. */
function spawning(
  {
    world,
    random,
    queues,
    records,
    sabotage,
  }: Pick<Stage, 'world' | 'random' | 'queues' | 'records'> & { readonly sabotage: RedriveSabotage },
  killed: () => void,
): Stage['spawn'] {
  const [objects, notes] = [memoryObjects(), memoryFailureNotes()];
  const broken = sabotage.records?.(records) ?? records;
  const portsOf = (process: Process): RedrivePorts => {
    const seen = forwarded(process.port<DeadLetterQueues>(queues), queues);
    return {
      queues: sabotage.queues?.(seen) ?? seen,
      notes: process.port(notes),
      records: process.port(broken),
      objects: process.port(objects),
      clock: process.clock,
      pause: (milliseconds) => process.sleep(milliseconds),
    };
  };
  return (main) =>
    world.spawn(
      async (process) => {
        const until = world.nowMs() + 4 * MINUTE;
        await main(portsOf(process), () => world.nowMs() > until);
      },
      {
        lifetimeMs: 5 * MINUTE,
        skewMs: random.int(-50, 50),
        ended: (how) => {
          if (how !== 'done') killed();
        },
      },
    );
}

function everyMinute(spawn: Stage['spawn']): void {
  const sweep: Worker = async (ports, isOver) => {
    const running = await runningJobs(ports.records, 'redrive');
    await Promise.all(running.map(({ id }) => runRedrive(ports, id, isOver)));
  };
  spawn((ports, isOver) => indexDeadLetters(ports, isOver));
  spawn(sweep);
}

/** Somebody redrives some, then all of the other queue, cancels that, and begins again; later all, until nothing is left. */
function people(stage: Stage): void {
  const { world, random, records, queues } = stage;
  world.after(2.5 * MINUTE, async () => {
    const waiting = await waitingIn(stage, standard.name, 500);
    const ids = waiting.filter(() => random.chance(0.5)).map(({ id }) => id);
    if (ids.length > 0) await start(stage, standard.name, { kind: 'some', ids });
    const redriveId = await start(stage, fifo.name, { kind: 'all' });
    if (redriveId === undefined) return;
    const wish = { redriveId, actor: ops, correlationId: 'cor-cancel-0000' };
    world.after(random.int(2_000, MINUTE), () => cancelRedrive({ records, clock: world.clock }, wish));
  });
  world.after(5 * MINUTE, () => start(stage, fifo.name, { kind: 'all' }));
  repeatedly(world, CHAOS_ENDS - START, 90_000, async () => {
    for (const { name } of queuesHere)
      if (queues.dead(name).length > 0) await start(stage, name, { kind: 'all' });
  });
}

async function start(
  { world, queues, records, asked, spawn }: Stage,
  queue: string,
  selection: RedriveSelection,
): Promise<string | undefined> {
  const redriveId = `rd-${asked.size + 1}`;
  const wish = { redriveId, queue, selection, perSecond: 100, reason: 'repaired', actor: ops };
  const ports = { records, queues, clock: world.clock };
  const started = await startRedrive(ports, { ...wish, correlationId: `cor-${redriveId}-0000` });
  if (!started.ok) return undefined;
  asked.set(redriveId, selection);
  spawn((worker, isOver) => runRedrive(worker, redriveId, isOver));
  return redriveId;
}

async function isQuiet({ queues, records, world }: Stage): Promise<boolean> {
  if (world.nowMs() < REPAIRED) return false;
  if (queuesHere.some(({ name }) => queues.dead(name).length + queues.inQueue(name).length > 0)) return false;
  if ((await runningJobs(records, 'redrive')).length > 0) return false;
  const open = await Promise.all(queuesHere.map(({ name }) => waitingIn({ records }, name, 1)));
  return open.flat().length === 0;
}

const waitingIn = async ({ records }: Pick<Stage, 'records'>, queue: string, limit: number) => {
  const list = { list: 'dead-letters-by-queue', scope: `${queue}#waiting`, limit } as const;
  return (await records.list('dead-letter', list)).entries;
};

function repeatedly(world: Scheduler, firstMs: number, everyMs: number, run: () => unknown): void {
  const again = async (): Promise<void> => {
    world.after(everyMs, again);
    await run();
  };
  world.after(firstMs, again);
}
