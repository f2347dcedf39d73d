/** The vocabulary of figures: what an event adds to what is counted, what waits, and what a record is known as. */
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import type { RecordType } from './record-schemas.ts';

/** What a figure can be broken down by; `all` is the whole. */
export const dimensions = [
  'all',
  'supplier',
  'region',
  'process',
  'system',
  'lane',
  'owner',
  'kind',
  'queue',
  'class',
  'source',
] as const;
export type Dimension = (typeof dimensions)[number];

/** What one event adds to one thing that is counted, on one day (UTC), for all and for each value it has. */
export interface Addition {
  /** Such as `forecast-rows`. */
  readonly counted: string;
  readonly day: LocalDate;
  readonly of: { readonly [D in Exclude<Dimension, 'all'>]?: string | undefined };
  readonly numerator: number;
  readonly denominator: number;
  /** Of a duration: the numerator is the same, and the denominator 1. */
  readonly seconds?: number;
}

/** What is counted on one day: numbers added up, durations by the bucket they fell into. */
export interface DayFigure {
  readonly day: LocalDate;
  readonly numerator: number;
  readonly denominator: number;
  /** Durations by the index of their bucket; empty where none were counted. */
  readonly buckets: readonly number[];
}

/** So many of one kind that wait for one whom, since one day. */
export interface Waiting {
  /** Such as `exceptions`. */
  readonly what: string;
  /** An owner, a queue, a system and lane. */
  readonly by: string;
  readonly day: LocalDate;
  readonly count: number;
}

/** A name people know a record by. */
export interface KnownAs {
  readonly name: string;
  /** What of the record it is: `order number`. */
  readonly matched: string;
}

/** A record that is found under a name. */
export interface FoundRecord {
  readonly type: RecordType;
  readonly id: string;
  readonly title: string;
  readonly matched: string;
  readonly at: Instant;
}

/** As a name is looked up: capital letters, no blanks, no leading zeros of a number; at most 120 characters. */
export const normalisedName = (name: string): string => {
  const plain = name.toUpperCase().replace(/\s+/g, '');
  return (/^0+\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain).slice(0, 120);
};

/** Upper bounds of the buckets durations are counted in, in seconds; the last bucket is beyond all of them. */
export const bucketBounds = [
  1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 345_600,
  604_800, 1_209_600,
] as const;

/** The bucket a duration falls into. */
export const bucketOf = (seconds: number): number => {
  const found = bucketBounds.findIndex((bound) => seconds <= bound);
  return found === -1 ? bucketBounds.length : found;
};
