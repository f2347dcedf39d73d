import { type EventName, eventCatalogue } from '#events/catalogue.ts';
import { isHeardBy } from '#events/define-consumer.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import { eventName } from '../journal/history.ts';
import { mergeSorted } from '../journal/merge-sorted.ts';
import { eventSort } from '../read-model/layout.ts';
import type { EventPlace } from '../read-model/ports.ts';
import type { ReplayPlan } from './plan-replay.ts';
import type { ChoosePorts } from './ports.ts';

export interface ChosenEvent {
  readonly name: EventName;
  readonly envelope: EventEnvelope;
  /** The bus would bring it to the consumer: some are heard of certain data only. */
  readonly heard: boolean;
  /** Where to go on after it. */
  readonly position: string;
}

/** Events looked at together; reads of so many records run side by side. */
const EVENTS_AT_ONCE = 100;
const READS_AT_ONCE = 10;

/**
 * The events of a plan in the order in which they are sent: by time, and those of one record by their sequence, as
 * a record's events never go back in time. `after` is the position of the last one sent. Once `isEnough` says so,
 * no more is looked for.
 */
export async function* chooseEvents(
  ports: ChoosePorts,
  plan: ReplayPlan,
  after?: string,
  isEnough: () => boolean = () => false,
): AsyncGenerator<ChosenEvent> {
  const envelopes = plan.entity ? ofRecord(ports, plan.entity, after) : ofTime(ports, plan, after, isEnough);
  for await (const envelope of envelopes) {
    const name = plan.names.find((known) => known === eventName(envelope.type));
    const { time: at, subject: id, sequence } = envelope;
    if (!name || at > plan.to || (plan.from !== undefined && at < plan.from)) continue;
    const heard = isHeardBy(plan.consumer, { name, data: envelope.data });
    const type = eventCatalogue[name].orderingKey;
    // As it stands in the index.
    yield { name, envelope, heard, position: eventSort({ at, type, id, sequence: Number(sequence) }) };
  }
}

async function* ofRecord(
  { records, events }: ChoosePorts,
  { type, id }: NonNullable<ReplayPlan['entity']>,
  after: string | undefined,
): AsyncGenerator<EventEnvelope> {
  const [newest] = await records.history(type, id, 1);
  const last = newest?.sequence ?? 0;
  const first = after === undefined ? 1 : Number(after.slice(after.lastIndexOf('#') + 1)) + 1;
  for (let from = first; from <= last; from += EVENTS_AT_ONCE) {
    yield* await events.between(type, id, from, Math.min(from + EVENTS_AT_ONCE - 1, last));
  }
}

async function* ofTime(
  ports: ChoosePorts,
  plan: ReplayPlan,
  after: string | undefined,
  isEnough: () => boolean,
): AsyncGenerator<EventEnvelope> {
  const sources = plan.names.map((name) => placesOf(ports, plan, { name, after, isEnough }));
  let together: EventPlace[] = [];
  for await (const place of mergeSorted(sources, (a, b) => (eventSort(a) < eventSort(b) ? -1 : 1))) {
    together.push(place);
    if (together.length < EVENTS_AT_ONCE) continue;
    yield* await read(ports, together);
    together = [];
  }
  yield* await read(ports, together);
}

interface Sought {
  readonly name: EventName;
  readonly after: string | undefined;
  readonly isEnough: () => boolean;
}

/** Where the events of one name lie, oldest first, those behind the position only. */
async function* placesOf(
  { index }: ChoosePorts,
  plan: ReplayPlan,
  { name: event, after, isEnough }: Sought,
): AsyncGenerator<EventPlace> {
  const from = after === undefined ? (plan.from ?? plan.to) : after.slice(0, after.indexOf('#'));
  let cursor: string | undefined;
  do {
    const page = await index.eventsOf({
      ...{ event, from, to: plan.to, limit: EVENTS_AT_ONCE },
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const place of page.entries) if (after === undefined || eventSort(place) > after) yield place;
    cursor = page.cursor;
  } while (cursor !== undefined && !isEnough());
}

/** The events at these places, in the order of the places; those past their retention are gone. */
async function read(
  { events }: ChoosePorts,
  places: readonly EventPlace[],
): Promise<readonly EventEnvelope[]> {
  const found: EventEnvelope[] = [];
  for (let at = 0; at < places.length; at += READS_AT_ONCE) {
    const some = places.slice(at, at + READS_AT_ONCE);
    const answers = await Promise.all(
      some.map(({ type, id, sequence }) => events.between(type, id, sequence, sequence)),
    );
    found.push(...answers.flat());
  }
  return found;
}
