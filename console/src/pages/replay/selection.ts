/** Which events a replay is for: read from the address, told in words. Pure. */
import type { EventConsumers, PreviewReplayRequest, Replay } from '#contracts/client.ts';
import type { Filters } from '../../parts/filters.ts';
import { instantText, words } from '../../parts/format.ts';

export type Consumer = EventConsumers['entries'][number];
export type Selection = PreviewReplayRequest['selection'];

/** What the form keeps in the address: a replay that is being prepared can be sent to a colleague. */
export const fields = ['consumer', 'events', 'type', 'id', 'from', 'to'] as const;
export type Field = (typeof fields)[number];

/** The API takes so many names of events; one who hears more is asked for all of them by leaving them out. */
export const MOST_EVENTS = 20;

/** Names chosen in the form; none means all that the consumer hears. */
export const eventsOf = ({ events }: Filters<Field>): readonly string[] =>
  events === undefined ? [] : events.split(',').filter((name) => name !== '');

/** What the API is asked for; or why that is not complete yet. */
export function selectionOf(
  values: Filters<Field>,
): { readonly selection: Selection } | { readonly missing: string } {
  const { type, id, from, to } = values;
  const events = eventsOf(values);
  const entity = type && id ? { type, id } : undefined;
  if ((type === undefined) !== (id === undefined)) {
    return { missing: 'Give both: what kind of record it is, and its id.' };
  }
  if ((from === undefined) !== (to === undefined)) {
    return { missing: 'Give both ends of the time, or neither.' };
  }
  if (!entity && from === undefined) return { missing: 'Give a record, or a time from and to, or both.' };
  if (from && to && Date.parse(from) >= Date.parse(to))
    return { missing: 'The time must end after it begins.' };
  return {
    selection: {
      ...(entity && { entity }),
      ...(events.length > 0 && { events: [...events] }),
      ...(from && to && { from, to }),
    },
  };
}

/** `Purchase order po-1, 20 Nov 2026, 10:00 to 21 Nov 2026, 10:00; order-progressed only`. */
export function selectionText(
  selection: Replay['selection'],
  options?: { timeZone: string; locale: string },
): string {
  const { entity, events, from, to } = selection;
  const parts: string[] = [];
  if (entity) parts.push(`${words(entity.type)} ${entity.id}`);
  if (from && to) parts.push(`${instantText(from, options)} to ${instantText(to, options)}`);
  const where = parts.join(', ');
  return events ? `${where}; only ${events.map(words).join(', ')}` : where;
}

/** Where the form is; `linkTo(newReplayPath, { type, id })` leads to it filled in. */
export const newReplayPath = '/replays/new';

/** What was looked at, what was sent, what the consumer does not hear. */
export const countsText = ({ sent, skipped }: Replay['counts']): string =>
  skipped > 0 ? `${sent} sent, ${skipped} not for it` : `${sent} sent`;
