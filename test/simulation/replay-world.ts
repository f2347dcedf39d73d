/**
 * A distributor has traded with a supplier, and all is quiet. Then people replay: any events, of a record or of a time,
 * to any consumer, as often as they like, while the worker breaks off in the middle and the queue delivers twice and in
 * any order. When all is quiet again everything must be as it was.
 */
import { countingRules } from '#business/measures/counting-rules.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import { recordTypes } from '#core/canonical/record-types.ts';
import type { ReplaySelection } from '#core/canonical/replay.ts';
import { ok, type Result, unwrap } from '#core/kernel/result.ts';
import { type ConsumerName, eventConsumers } from '#events/consumers.ts';
import type { EventConsumer } from '#events/define-consumer.ts';
import { isHeardBy } from '#events/define-consumer.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { eventName } from '#platform/journal/history.ts';
import { eventIndexIn } from '#platform/read-model/event-index.ts';
import { keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import type { ConsumerQueues, RunPorts } from '#platform/replay/ports.ts';
import { runReplay } from '#platform/replay/run-replay.ts';
import { startReplay } from '#platform/replay/start-replay.ts';
import { eventHearers } from '#test/builders/event-hearers.ts';
import type { TradingRoom } from '#test/builders/trading-room.ts';
import { memoryEventsOfRecord } from '#test/doubles/memory-events-of-record.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { type Random, randomOf } from './random.ts';
import { tradeWith } from './replay-story.ts';

const actor = { kind: 'person', id: 'ops-1' } as const;
const correlationId = 'cor-replay-world';
const LEASE_IS_OVER_MS = 121_000;
const MOST_RUNS = 200;

/** One replay as it went. */
export interface ReplayOutcome {
  readonly consumer: EventConsumer;
  /** What it should have sent, in no order. */
  readonly chosen: readonly EventEnvelope[];
  /** By run of the worker, what it sent where. */
  readonly runs: readonly (readonly SentEvent[])[];
  readonly state: string;
}

export interface SentEvent {
  readonly queue: string;
  readonly envelope: EventEnvelope;
}

export interface ReplayWorld {
  readonly replays: readonly ReplayOutcome[];
  /** Everything there is, as text, before and after. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** What a test breaks on purpose. */
export interface ReplaySabotage {
  readonly queues?: (queues: ConsumerQueues) => ConsumerQueues;
  readonly room?: (ports: TradingRoom['ports']) => TradingRoom['ports'];
}

/** The names of consumers that a room's hearers and the read model are. */
const names = (Object.keys(eventConsumers) as ConsumerName[]).filter(
  (name) => !['run-redrive', 'run-replay', 'start-replenishment', 'wake-approval-group'].includes(name),
);

export async function runReplayWorld(seed: number, sabotage: ReplaySabotage = {}): Promise<ReplayWorld> {
  const random = randomOf(seed);
  const room = await tradeWith(random);
  const table = memoryItemTable();
  const events = memoryEventsOfRecord(room.records);
  const keeping = {
    records: room.records,
    events,
    readModel: readModelIn(table),
    rules: countingRules({ due: undefined }),
  };
  const business = () => room.records.published().filter(({ type }) => !type.includes('.replay-'));
  for (const envelope of business()) unwrap(await keepReadModel(keeping, envelope));
  const hear = eventHearers(sabotage.room?.(room.ports) ?? room.ports, room);
  const deliver = (consumer: EventConsumer, envelope: EventEnvelope): Promise<Result<unknown>> =>
    consumer.hears === 'everything' ? keepReadModel(keeping, envelope) : hear(envelope);

  const everything = async () => new Map([...(await stateOf(room)), ['read model', textOf(table.items())]]);
  const before = await everything();
  const replays: ReplayOutcome[] = [];
  for (let n = random.int(1, 4); n > 0; n -= 1) {
    room.clock.advance(random.int(1, 48) * 3_600_000);
    const ports = { ...room.ports, events, index: eventIndexIn(table) };
    const outcome = await replay(random, ports, business(), `rpl-${n}`, sabotage);
    replays.push(outcome);
    for (const { envelope } of shuffled(random, outcome.runs.flat())) {
      for (let times = random.int(1, 2); times > 0; times -= 1)
        unwrap(await deliver(outcome.consumer, envelope));
    }
  }
  return { replays, before, after: await everything() };
}

type Ports = TradingRoom['ports'] & Pick<RunPorts, 'events' | 'index'>;

async function replay(
  random: Random,
  ports: Ports,
  published: readonly EventEnvelope[],
  replayId: string,
  sabotage: ReplaySabotage,
): Promise<ReplayOutcome> {
  const { records, clock } = ports;
  const name = names[random.int(0, names.length - 1)] ?? 'keep-read-model';
  const consumer: EventConsumer = eventConsumers[name];
  const selection = someSelection(random, published);
  const wish = { consumer: name, selection, perSecond: random.int(1, 100), reason: 'because' };
  unwrap(await startReplay({ records, clock }, { replayId, ...wish, actor, correlationId }));

  const runs: SentEvent[][] = [];
  const breaks = random.next() * 0.1;
  const queues: ConsumerQueues = {
    send: async (queue, event) => {
      if (random.chance(breaks)) throw new Error('killed before it sent');
      const { detail } = event({ account: '000000000000', region: 'eu-central-1' });
      runs.at(-1)?.push({ queue, envelope: detail });
      if (random.chance(breaks)) throw new Error('killed after it sent');
      return ok(undefined);
    },
  };
  const running: RunPorts = {
    ...ports,
    queues: sabotage.queues?.(queues) ?? queues,
    pause: async (milliseconds) => {
      advance(ports, milliseconds);
    },
    remaining: () => (random.chance(0.02) ? 0 : 300_000),
  };
  const stateNow = async () => (await records.get('replay', replayId))?.body.state ?? 'lost';
  while ((await stateNow()) === 'running' && runs.length < MOST_RUNS) {
    runs.push([]);
    await runReplay(running, replayId).catch(() => undefined);
    advance(ports, LEASE_IS_OVER_MS);
  }
  const chosen = published.filter((event) => isChosen(consumer, selection, event));
  return { consumer, chosen, runs, state: await stateNow() };
}

const advance = ({ clock }: Ports, milliseconds: number): void => {
  if ('advance' in clock && typeof clock.advance === 'function') clock.advance(Math.ceil(milliseconds));
};

/** The events of some record, or some time, or some record in some time. */
function someSelection(random: Random, published: readonly EventEnvelope[]): ReplaySelection {
  const some = () => published[random.int(0, published.length - 1)];
  const [one, other, third] = [some(), some(), some()];
  if (!one || !other || !third) throw new Error('nothing happened');
  const [from = '', to = ''] = [one.time, other.time].sort();
  const type = third.id.slice(0, third.id.indexOf('/'));
  const entity = { type, id: third.subject };
  if (random.chance(0.3)) return { entity };
  return random.chance(0.2) ? { entity, from, to } : { from, to };
}

/** The same by other means than the replay's. */
const isChosen = (
  consumer: EventConsumer,
  { entity, from, to }: ReplaySelection,
  event: EventEnvelope,
): boolean =>
  isHeardBy(consumer, { name: eventName(event.type), data: event.data }) &&
  (entity === undefined || event.id.startsWith(`${entity.type}/${entity.id}/`)) &&
  (from === undefined || Date.parse(event.time) >= Date.parse(from)) &&
  (to === undefined || Date.parse(event.time) <= Date.parse(to));

function shuffled<T>(random: Random, these: readonly T[]): readonly T[] {
  return these
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Every record that events tell of, the partner's mailbox, the ERP and what is to be posted into it. */
async function stateOf(room: TradingRoom): Promise<ReadonlyMap<string, string>> {
  const state = new Map<string, string>();
  const published = room.records.published().filter(({ type }) => !type.includes('.replay-'));
  for (const { id, subject } of published) {
    const type = (Object.keys(recordTypes) as RecordType[]).find((known) => id.startsWith(`${known}/`));
    if (type) state.set(`${type} ${subject}`, textOf(await room.records.get(type, subject)));
  }
  const { erp, postings } = room;
  state.set('events', textOf(published.map(({ id, type }) => `${id} ${type}`)));
  state.set('mailbox', textOf(room.mailbox()));
  state.set('erp', textOf([erp.orders(), erp.amended(), erp.invoices()]));
  state.set('postings', textOf(postings.all()));
  return state;
}

const textOf = (value: unknown): string => JSON.stringify(value);
