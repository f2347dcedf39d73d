import type { DayFigure, Dimension, FoundRecord, Waiting } from '#core/canonical/figures.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { type ItemTable, tableLimits } from './item-table.ts';
import {
  dayFigures,
  figurePartition,
  foundOf,
  namePartition,
  valuesPartition,
  waitingOf,
  waitingPartition,
} from './layout.ts';

const mostItems = tableLimits.itemsPerQuery;

/** Reads figures, what waits, and records by name; each is one range of one partition. */
export const figuresIn = (table: ItemTable) => ({
  days: async (
    {
      counted,
      dimension,
      value,
    }: { readonly counted: string; readonly dimension: Dimension; readonly value: string },
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly DayFigure[]> =>
    dayFigures(
      await table.query({
        pk: figurePartition(counted, dimension, value),
        between: [from, `${to}~`],
        limit: mostItems,
      }),
    ),
  values: async (counted: string, dimension: Dimension, limit: number): Promise<readonly string[]> =>
    (await table.query({ pk: valuesPartition(counted, dimension), limit })).map(({ sk }) => sk),
  waiting: async (what: string, since: LocalDate): Promise<readonly Waiting[]> =>
    waitingOf(
      what,
      await table.query({ pk: waitingPartition(what), between: [since, '9999~'], limit: mostItems }),
    ),
  find: async (name: string, limit: number): Promise<readonly FoundRecord[]> =>
    (await table.query({ pk: namePartition(name), limit })).map(foundOf),
});
