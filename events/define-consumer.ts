import { type EventName, eventCatalogue } from './catalogue.ts';

/** What is heard in one way: events of these names, of certain data only where it says so. */
export interface Hearing {
  readonly events: readonly EventName[];
  /** Fields of the event's data, each with the values that are heard. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

/** A function that hears events of the bus, through a queue of its own. */
export interface EventConsumer {
  /** The file below `functions/`; its last part is the consumer's name. */
  readonly entry: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** The queue's name without the environment's prefix. */
  readonly queue: string;
  readonly hears: 'everything' | readonly Hearing[];
}

/** The names of the events a consumer hears, in the order of the catalogue. */
export function eventsHeardBy({ hears }: EventConsumer): readonly EventName[] {
  const all = Object.values(eventCatalogue).map(({ name }) => name);
  if (hears === 'everything') return all;
  const heard = new Set(hears.flatMap(({ events }) => events));
  return all.filter((name) => heard.has(name));
}

/** Whether the bus brings a consumer an event of this name and data. */
export function isHeardBy(
  { hears }: EventConsumer,
  event: { readonly name: string; readonly data: Readonly<Record<string, unknown>> },
): boolean {
  if (hears === 'everything') return true;
  return hears.some(
    ({ events, where = {} }) =>
      events.some((name) => name === event.name) &&
      Object.entries(where).every(([field, heard]) => heard.some((value) => value === event.data[field])),
  );
}
