/** A journal with its index, a consumer's queue that keeps what it gets, and a worker that may break off. */
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Records } from '#core/kernel/records.ts';
import { ok } from '#core/kernel/result.ts';
import { type EventName, eventCatalogue } from '#events/catalogue.ts';
import { eventType } from '#events/define-event.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { eventName, historyEntry } from '#platform/journal/history.ts';
import { eventIndexIn } from '#platform/read-model/event-index.ts';
import { eventPut } from '#platform/read-model/layout.ts';
import type { EventsOfRecord } from '#platform/read-model/ports.ts';
import type { DeliveredEvent } from '#platform/replay/as-delivered.ts';
import type { ConsumerQueues, RunPorts } from '#platform/replay/ports.ts';
import type { PreviewPorts } from '#platform/replay/preview-replay.ts';
import { runReplay } from '#platform/replay/run-replay.ts';
import { startReplay } from '#platform/replay/start-replay.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryItemTable } from '#test/doubles/memory-item-table.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

export interface HappenedEvent {
  readonly name: EventName;
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export const anEnvelope = ({ name, id, sequence, at, data = {} }: HappenedEvent): EventEnvelope => ({
  specversion: '1.0',
  id: `${eventCatalogue[name].orderingKey}/${id}/${sequence}`,
  source: 'crossdock',
  type: eventType(eventCatalogue[name]),
  subject: id,
  time: at,
  datacontenttype: 'application/json',
  sequence: String(sequence),
  correlationid: 'cor-12345678',
  data,
});

const recordTypeOf = (envelope: EventEnvelope): RecordType => {
  const found = Object.values(eventCatalogue).find(({ name }) => name === eventName(envelope.type));
  if (!found) throw new Error(`${envelope.type} is no event of ours`);
  return found.orderingKey;
};

const isOf = (type: RecordType, id: string) => (envelope: EventEnvelope) =>
  envelope.subject === id && recordTypeOf(envelope) === type;

/** Events that were committed, found as the journal and the index find them. */
export async function aJournal(all: readonly EventEnvelope[]) {
  const events: EventsOfRecord = {
    between: async (type, id, from, to) =>
      all
        .filter(isOf(type, id))
        .filter(({ sequence }) => Number(sequence) >= from && Number(sequence) <= to)
        .sort((a, b) => Number(a.sequence) - Number(b.sequence)),
  };
  const history: Records['history'] = async (type, id, limit) =>
    all
      .filter(isOf(type, id))
      .sort((a, b) => Number(b.sequence) - Number(a.sequence))
      .slice(0, limit)
      .map(historyEntry);
  const table = memoryItemTable();
  for (const envelope of all) {
    const { subject: id, time: at, sequence } = envelope;
    const type = recordTypeOf(envelope);
    const event = eventCatalogue[eventName(envelope.type) as EventName].name;
    await table.write([eventPut({ event, at, type, id, sequence: Number(sequence) }, 800)]);
  }
  return { events, history, table, index: eventIndexIn(table) };
}

export interface Sent {
  readonly queue: string;
  readonly event: DeliveredEvent;
}

export type ReplayRoom = Awaited<ReturnType<typeof replayRoom>>;

export async function replayRoom(all: readonly EventEnvelope[], now = '2026-11-23T12:00:00.000Z') {
  const clock = fixedClock(now);
  const { events, history, index, table } = await aJournal(all);
  const stored = memoryRecords({ clock });
  const sent: Sent[] = [];
  const place = { account: '123456789012', region: 'eu-central-1' };
  const queues: ConsumerQueues = {
    send: async (queue, event) => {
      sent.push({ queue, event: event(place) });
      return ok(undefined);
    },
  };
  const rehearse: PreviewPorts['rehearse'] = async (consumer, { detail }) =>
    ok({ outcome: 'would-succeed', effects: [{ what: `${consumer} hears`, about: detail.id }] });
  const ports: RunPorts & PreviewPorts = {
    records: { ...stored, history },
    ...{ events, index, queues, clock, rehearse },
    pause: async (milliseconds) => {
      clock.advance(Math.ceil(milliseconds));
    },
    remaining: () => 300_000,
  };
  return {
    ports,
    clock,
    table,
    stored,
    sent,
    start: (wish: Partial<Parameters<typeof startReplay>[1]> = {}) =>
      startReplay(ports, {
        ...{ replayId: 'rpl-1', consumer: 'keep-read-model', perSecond: 100, reason: 'a new measure' },
        selection: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' },
        actor: { kind: 'person', id: 'ops-1' },
        correlationId: 'cor-12345678',
        ...wish,
      }),
    run: (changed: Partial<RunPorts> = {}, replayId = 'rpl-1') =>
      runReplay({ ...ports, ...changed }, replayId),
  };
}
