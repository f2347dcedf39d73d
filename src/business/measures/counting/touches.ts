import type { CountedEvent } from '#core/kernel/counting.ts';
import type { EventName } from '#events/catalogue.ts';
import { type Counting, isPerson, share, textOf } from './counting.ts';

/** What people do to an exception besides resolving it. */
const handled = new Set(['claimed', 'assigned', 'commented']);

/** Whether an event tells of something that a person did, by name and what is known. */
const touches: { readonly [N in EventName]?: (event: CountedEvent) => boolean } = {
  'exception-changed': ({ data }) => handled.has(textOf(data, 'what') ?? ''),
  'exception-resolved': ({ data }) => isPerson(textOf(data, 'by')),
  'proposal-approved': ({ data }) => isPerson(textOf(data, 'by')),
  'proposal-rejected': ({ data }) => isPerson(textOf(data, 'by')),
  'forecast-release-approved': ({ data }) => isPerson(textOf(data, 'approvedBy')),
  'cross-reference-changed': () => true,
  'dead-letter-settled': ({ data }) => ['discarded', 'moved'].includes(textOf(data, 'state') ?? ''),
  'redrive-started': () => true,
  'replay-started': () => true,
};

/** Everything somebody had to do by hand: one a decision, claim, comment, code mapped, redrive or replay. */
export const manualTouches: Counting = {
  on: Object.keys(touches) as EventName[],
  count: (event) =>
    touches[event.name]?.(event)
      ? [share('manual-touches', event, { kind: event.name, process: processOf(event) }, 1, 0)]
      : [],
};

const processOf = ({ type }: CountedEvent): string => {
  if (type === 'exception') return 'exceptions';
  if (type === 'proposal') return 'replenishment';
  if (type === 'forecast-release') return 'forecasting';
  return type === 'cross-reference' ? 'master-data' : 'operations';
};
