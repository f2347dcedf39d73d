import * as z from 'zod';
import { addDays, type LocalDate } from '#core/kernel/dates.ts';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import type { Item, ItemTable } from './item-table.ts';
import { eventsPartition, placeOf } from './layout.ts';
import { shards } from './model.ts';
import type { EventIndex, EventsQuery } from './ports.ts';

/** So many days are looked at in one go; what is beyond comes with the next page. */
const DAYS_AT_ONCE = 7;

/** Where a page ended: the day, and on it the last sort text given out. */
const positionSchema = z.strictObject({ day: z.iso.date(), after: z.string().max(400).optional() });
type Position = z.infer<typeof positionSchema>;

/** Events by name and time, from the index that keeping writes. A page reads at most 7 days of 4 shards each. */
export const eventIndexIn = (table: ItemTable): EventIndex => ({
  eventsOf: async (query) => {
    const { event, from, to, limit } = query;
    const last = to.slice(0, 10);
    let position: Position =
      query.cursor === undefined ? { day: from.slice(0, 10) } : positionOf(query.cursor);
    for (let looked = 0; looked < DAYS_AT_ONCE; looked += 1) {
      if (position.day > last) return { entries: [] };
      const items = await dayOf(table, query, position);
      if (items.length > 0) {
        const page = items.slice(0, limit);
        const after = page.at(-1)?.sk;
        const next =
          items.length > limit && after ? { day: position.day, after } : { day: tomorrow(position.day) };
        const entries = page.map(placeOf).filter((place) => place.event === event);
        return { entries, ...(next.day <= last && { cursor: cursorOf(next) }) };
      }
      position = { day: tomorrow(position.day) };
    }
    return position.day > last ? { entries: [] } : { entries: [], cursor: cursorOf(position) };
  },
});

const tomorrow = (day: LocalDate): LocalDate => addDays(day, 1);

/** One more than asked for tells whether there is more. */
async function dayOf(
  table: ItemTable,
  { event, from, to, limit }: EventsQuery,
  { day, after }: Position,
): Promise<readonly Item[]> {
  const pages = await Promise.all(
    Array.from({ length: shards.events }, (_, shard) =>
      table.query({
        pk: eventsPartition(event, day, shard),
        // No sort text begins with another one: behind this one is the next.
        between: [after === undefined ? from : `${after}~`, `${to}~`],
        limit: limit + 1,
      }),
    ),
  );
  return pages
    .flat()
    .sort((a, b) => (a.sk < b.sk ? -1 : 1))
    .slice(0, limit + 1);
}

const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

function positionOf(cursor: string): Position {
  const parsed = positionSchema.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  throw new ProblemError(problem('validation-failed', 'The cursor is not one of these events.'));
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
