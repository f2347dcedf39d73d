import type { Addition } from '#core/canonical/figures.ts';
import type { CountedEvent, Facts, RecordReference } from '#core/kernel/counting.ts';
import { dateOfInstant, type Instant } from '#core/kernel/dates.ts';
import type { HistoryEntry } from '#core/kernel/records.ts';
import type { EventName } from '#events/catalogue.ts';

/** How some events are counted: pure. */
export interface Counting {
  readonly on: readonly EventName[];
  /** What it must know besides the event's own record; asked again once more is known. */
  readonly needed?: (event: CountedEvent, facts: Facts) => readonly RecordReference[];
  readonly count: (event: CountedEvent, facts: Facts) => readonly Addition[];
}

type Of = Addition['of'];

/** So many of so many, on the day of the event. */
export const share = (
  counted: string,
  { at }: CountedEvent,
  of: Of,
  numerator: number,
  denominator: number,
): Addition => ({ counted, day: dateOfInstant(at), of, numerator, denominator });

/** One that is good or not. */
export const oneOf = (counted: string, event: CountedEvent, of: Of, isGood: boolean): Addition =>
  share(counted, event, of, isGood ? 1 : 0, 1);

/** How long something took, in whole seconds, on the day it ended; never less than nothing. */
export function lasted(
  counted: string,
  event: CountedEvent,
  of: Of,
  from: Instant | undefined,
): readonly Addition[] {
  if (from === undefined) return [];
  return [tookSeconds(counted, event, of, (Date.parse(event.at) - Date.parse(from)) / 1000)];
}

export function tookSeconds(counted: string, event: CountedEvent, of: Of, duration: number): Addition {
  const seconds = Math.max(0, Math.round(duration));
  return { ...share(counted, event, of, seconds, 1), seconds };
}

/** The event's own record with its history. */
export const ownHistory = ({ type, id }: CountedEvent): readonly RecordReference[] => [
  { type, id, history: true },
];

/** What happened to the event's record before it, newest first. */
export const before = ({ type, id, sequence }: CountedEvent, facts: Facts): readonly HistoryEntry[] =>
  facts.history(type, id).filter((entry) => entry.sequence < sequence);

/** When an event of that name last happened before. */
export const lastBefore = (event: CountedEvent, facts: Facts, name: EventName): Instant | undefined =>
  before(event, facts).find((entry) => entry.event === name)?.at;

/** A text of an event's or entry's data. */
export function textOf(data: unknown, name: string): string | undefined {
  if (data === null || typeof data !== 'object' || !(name in data)) return undefined;
  const value = (data as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** Decisions of people: not those that a policy or Crossdock itself signs. */
export const isPerson = (by: string | undefined): boolean =>
  by !== undefined && by !== 'crossdock' && by !== 'replenishment' && !/^policy[ :]/.test(by);
