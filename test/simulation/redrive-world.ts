/**
 * One run of redriving in a bad world: thousands of dead letters with copies and poison, workers that are killed at any
 * step, a redrive of some, one that is cancelled half-way, AWS's own redrive in between. Then the cause is repaired and
 * all becomes quiet.
 */
import type { DeadLetter, Redrive, RedriveSelection } from '#core/canonical/dead-letter.ts';
import { cancelRedrive } from '#platform/dead-letters/cancel-redrive.ts';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import { type DeadLetterQueues, type DeadMessage, REDRIVE_ATTRIBUTE } from '#platform/dead-letters/ports.ts';
import { type RedrivePorts, runRedrive } from '#platform/dead-letters/run-redrive.ts';
import { runningRedrives } from '#platform/dead-letters/running-redrives.ts';
import { startRedrive } from '#platform/dead-letters/start-redrive.ts';
import { memoryFailureNotes } from '#test/doubles/memory-failure-notes.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { type MemoryQueues, memoryQueues } from '#test/doubles/memory-queues.ts';
import { type MemoryRecords, memoryRecords } from '#test/doubles/memory-records.ts';
import { randomOf } from './random.ts';
import { noTrouble, type Process, scheduler, type Trouble } from './scheduler.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T08:00:00.000Z');
const CHAOS_ENDS = START + 12 * MINUTE;
const REPAIRED = CHAOS_ENDS + 8 * MINUTE;
const AT_LATEST = START + 6 * 60 * MINUTE;
const standard = { name: 'acknowledgements', consumer: 'apply-acknowledgement', fifo: false };
const fifo = { name: 'postings-tryton', consumer: 'post-document', fifo: true };
const queuesHere = [standard, fifo];
const ops = { kind: 'person', id: 'ops@example.com' } as const;

/** What a test breaks on purpose. */
export interface RedriveSabotage {
  readonly queues?: (queues: DeadLetterQueues) => DeadLetterQueues;
  readonly records?: (records: MemoryRecords) => MemoryRecords;
}

export interface Delivery {
  readonly queue: string;
  readonly body: string;
  readonly redriveId: string | undefined;
}

export interface RedriveWorld {
  /** Every content there was, with where it belongs. */
  readonly contents: ReadonlyMap<
    string,
    { readonly queue: string; readonly group?: string; readonly poison: boolean }
  >;
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

export async function runRedriveWorld(
  seed: number,
  count: number,
  sabotage: RedriveSabotage = {},
): Promise<RedriveWorld> {
  const random = randomOf(seed);
  const perCall = Math.min(0.02, 40 / count);
  const chaos: Trouble = { ...noTrouble, crash: perCall, lostAnswer: perCall / 2 };
  let calm = false;
  let kills = 0;
  const world = scheduler(random, START, () => (calm ? noTrouble : chaos));
  const queues = memoryQueues({
    queues: queuesHere,
    clock: world.clock,
    maxReceives: 2,
    beginsAt: (messages) => random.int(0, Math.max(0, messages - 1)),
    forgetsDelete: () => !calm && random.chance(perCall),
  });
  const plain = memoryRecords({ clock: world.clock });
  const records = sabotage.records?.(plain) ?? plain;
  const [objects, notes] = [memoryObjects(), memoryFailureNotes()];
  const contents = fill(queues, count, random);

  const portsOf = (process: Process): RedrivePorts => {
    // Asking which queues there are is no call.
    const seen = { ...forwarded(process.port<DeadLetterQueues>(queues)), all: queues.all };
    return {
      queues: sabotage.queues?.(seen) ?? seen,
      notes: process.port(notes),
      records: process.port(records),
      objects: process.port(objects),
      clock: process.clock,
      pause: (milliseconds) => process.sleep(milliseconds),
    };
  };
  const spawn = (main: (ports: RedrivePorts, isOver: () => boolean) => Promise<unknown>): void =>
    world.spawn(
      async (process) => {
        const until = world.nowMs() + 4 * MINUTE;
        await main(portsOf(process), () => world.nowMs() > until);
      },
      {
        lifetimeMs: 5 * MINUTE,
        skewMs: random.int(-50, 50),
        ended: (how) => {
          if (how !== 'done') kills += 1;
        },
      },
    );

  const everyMinute = (): void => {
    spawn((ports, isOver) => indexDeadLetters(ports, isOver));
    spawn(async (ports, isOver) => {
      const running = await runningRedrives(ports.records);
      await Promise.all(running.map(({ id }) => runRedrive(ports, id, isOver)));
    });
    world.after(MINUTE, everyMinute);
  };

  const consumer = consumerOf(queues, contents, () => world.nowMs() >= REPAIRED);
  const work = (): void => {
    consumer.work();
    world.after(2_000, work);
  };
  const moved = new Set<string>();
  const asked = new Map<string, RedriveSelection>();
  let wishes = 0;
  const start = async (queue: string, selection: RedriveSelection): Promise<string | undefined> => {
    wishes += 1;
    const redriveId = `rd-${wishes}`;
    const wish = { redriveId, queue, selection, perSecond: 100, reason: 'repaired', actor: ops };
    const ports = { records: plain, queues, clock: world.clock };
    const started = await startRedrive(ports, { ...wish, correlationId: `cor-${redriveId}-0000` });
    if (!started.ok) return undefined;
    asked.set(redriveId, selection);
    spawn((worker, isOver) => runRedrive(worker, redriveId, isOver));
    return redriveId;
  };
  const waiting = async (queue: string, limit: number) =>
    (await plain.list('dead-letter', { list: 'dead-letters-by-queue', scope: `${queue}#waiting`, limit }))
      .entries;

  everyMinute();
  work();
  world.after(2.5 * MINUTE, async () => {
    const some = (await waiting(standard.name, 500)).filter(() => random.chance(0.5)).map(({ id }) => id);
    if (some.length > 0) await start(standard.name, { kind: 'some', ids: some });
    const id = await start(fifo.name, { kind: 'all' });
    if (id === undefined) return;
    world.after(random.int(2_000, 60_000), () =>
      cancelRedrive(
        { records: plain, clock: world.clock },
        { redriveId: id, actor: ops, correlationId: 'cor-cancel-0000' },
      ),
    );
  });
  world.after(5 * MINUTE, () => start(fifo.name, { kind: 'all' }));
  world.after(random.int(6, 10) * MINUTE, () => {
    for (const body of queues.moveBack(standard.name, count / 10)) moved.add(body);
  });
  world.after(CHAOS_ENDS - START, () => {
    calm = true;
    const again = async (): Promise<void> => {
      for (const { name } of queuesHere) if (queues.dead(name).length > 0) await start(name, { kind: 'all' });
      world.after(90_000, again);
    };
    world.after(0, again);
  });
  let over = false;
  const look = async (): Promise<void> => {
    const idle = queuesHere.every(({ name }) => queues.dead(name).length + queues.inQueue(name).length === 0);
    const running = await runningRedrives(plain);
    const open =
      idle && running.length === 0
        ? await Promise.all(queuesHere.map(({ name }) => waiting(name, 1)))
        : [[1]];
    over = calm && open.flat().length === 0;
    world.after(MINUTE, look);
  };
  world.after(CHAOS_ENDS - START + MINUTE, look);
  await world.run(AT_LATEST, () => over);

  const all = async <T extends 'dead-letter' | 'redrive'>(list: { type: T; ids: readonly string[] }) =>
    (await plain.getMany(list.type, list.ids)).map(({ body }) => body);
  const letterIds = new Set(
    plain
      .published()
      .filter(({ id }) => id.startsWith('dead-letter/'))
      .map(({ subject }) => subject),
  );
  return {
    contents,
    applied: consumer.applied,
    deliveries: consumer.deliveries,
    letters: await all({ type: 'dead-letter', ids: [...letterIds] }),
    redrives: await all({ type: 'redrive', ids: Array.from({ length: wishes }, (_, n) => `rd-${n + 1}`) }),
    moved,
    asked,
    stillDead: queuesHere.reduce((sum, { name }) => sum + queues.dead(name).length, 0),
    kills,
  };
}

/** A proxy has no own methods to copy: each call goes through it. */
const forwarded = (queues: DeadLetterQueues): DeadLetterQueues => ({
  all: () => queues.all(),
  receive: (...input) => queues.receive(...input),
  release: (...input) => queues.release(...input),
  sendBack: (...input) => queues.sendBack(...input),
  remove: (...input) => queues.remove(...input),
  count: (...input) => queues.count(...input),
});

function fill(queues: MemoryQueues, count: number, random: ReturnType<typeof randomOf>) {
  const contents = new Map<string, { queue: string; group?: string; poison: boolean }>();
  for (let n = 0; n < count; n += 1) {
    const { name, fifo: ordered } = random.chance(0.7) ? standard : fifo;
    const body = JSON.stringify({ for: name, n });
    const group = ordered ? `order-${random.int(1, Math.ceil(count / 20))}` : undefined;
    const sending = group === undefined ? {} : { group };
    contents.set(body, { queue: name, ...sending, poison: random.chance(0.03) });
    queues.die(name, body, sending);
    if (random.chance(0.1)) queues.die(name, body, sending);
  }
  return contents;
}

/** Applies each content once, however often it comes; what is poison fails until the cause is repaired. */
function consumerOf(
  queues: MemoryQueues,
  contents: ReadonlyMap<string, { readonly poison: boolean }>,
  isRepaired: () => boolean,
) {
  const applied = new Set<string>();
  const deliveries: Delivery[] = [];
  const take = (queue: string, message: DeadMessage): void => {
    const sentBy = message.attributes[REDRIVE_ATTRIBUTE]?.value;
    deliveries.push({
      queue,
      body: message.body,
      redriveId: typeof sentBy === 'string' ? sentBy : undefined,
    });
    if (contents.get(message.body)?.poison && !isRepaired()) return;
    applied.add(message.body);
    queues.done(queue, message);
  };
  return {
    get applied() {
      return [...applied];
    },
    deliveries,
    work: (): void => {
      for (const { name } of queuesHere) {
        for (let batches = 0; batches < 100; batches += 1) {
          const messages = queues.work(name, 10_000);
          if (messages.length === 0) break;
          for (const message of messages) take(name, message);
        }
      }
    },
  };
}
