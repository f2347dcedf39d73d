import type { Waiting } from '#core/canonical/figures.ts';

/** What the read model holds of one record: which events it has counted, and what the record put into it as it stands. */
export interface KeptRecord {
  /** Sequence of the newest event counted; all before it are counted too. 0: none yet. */
  readonly upTo: number;
  /** The version of the record whose waiting and names are in; 0: none yet. */
  readonly version: number;
  readonly waiting: readonly Waiting[];
  /** As they are looked up. */
  readonly names: readonly string[];
}

export const shards = {
  /** Of a day's figure and of what waits: so that writers rarely meet. */
  figures: 8,
  waiting: 4,
  /** Of a day's events of one name. */
  events: 4,
} as const;

/** Figures are asked for over at most so many days, and kept twice as long. */
export const daysAskedFor = 400;
export const daysKept = 800;
