/** What reading figures needs from outside. */
import type { DayFigure, Dimension, FoundRecord, Waiting } from '#core/canonical/figures.ts';
import type { LocalDate } from '#core/kernel/dates.ts';

/** The figures the read model keeps; they may lag behind the records by moments. One bounded query each. */
export interface Figures {
  /** Days with something counted, in order; at most 400. */
  days(of: CountedOf, from: LocalDate, to: LocalDate): Promise<readonly DayFigure[]>;
  /** The values of a dimension for which something was ever counted, by their text. */
  values(counted: string, dimension: Dimension, limit: number): Promise<readonly string[]>;
  /** What waits now, by the day it began to and by whom. */
  waiting(what: string, since: LocalDate): Promise<readonly Waiting[]>;
}

export interface CountedOf {
  readonly counted: string;
  readonly dimension: Dimension;
  /** `all` for the dimension `all`. */
  readonly value: string;
}

/** Records by the names people know them by. */
export interface Finder {
  find(name: string, limit: number): Promise<readonly FoundRecord[]>;
}
