import { type ExceptionOwner, exceptionOwnerSchema } from '#core/canonical/exception.ts';
import type { Waiting } from '#core/canonical/figures.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { addDays, dateOfInstant } from '#core/kernel/dates.ts';
import type { Records } from '#core/kernel/records.ts';
import { freshnessOf } from './freshness.ts';
import type { Figures } from './ports.ts';

export interface WatchPorts {
  readonly figures: Pick<Figures, 'waiting'>;
  readonly records: Pick<Records, 'list'>;
  readonly clock: Clock;
}

/** How it stands at one moment. */
export interface Watched {
  /** Exceptions past their due date, at most 100 each. */
  readonly exceptionsOverdue: Readonly<Record<ExceptionOwner, number>>;
  readonly exceptionsOpen: number;
  readonly postingsWaiting: number;
  /** Made the day before yesterday or earlier: they wait for more than a day. */
  readonly postingsWaitingOverADay: number;
  readonly proposalsWaiting: number;
  readonly deadLettersWaiting: number;
  readonly documentsParked: number;
  readonly sourcesStale: number;
  /** Of the source that was pulled well the longest ago; absent where there is none. */
  readonly oldestPullSeconds?: number;
}

const LOOK_BACK_DAYS = 400;
const MOST_OVERDUE = 100;
const MOST_SOURCES = 100;

/** What waits, what is overdue and how fresh sources are: thirteen bounded reads, all at once. */
export async function watchWaiting(ports: WatchPorts): Promise<Watched> {
  const { figures, records, clock } = ports;
  const now = clock.now();
  const today = dateOfInstant(now);
  const since = addDays(today, -LOOK_BACK_DAYS);
  const kinds = ['exceptions', 'postings', 'proposals', 'dead-letters', 'documents-parked'] as const;
  const [waiting, overdue, sources] = await Promise.all([
    Promise.all(kinds.map((what) => figures.waiting(what, since))),
    Promise.all(exceptionOwnerSchema.options.map((owner) => overdueOf(ports, owner, now))),
    records.list('source-status', { list: 'source-statuses', limit: MOST_SOURCES }),
  ]);
  const [exceptions = [], postings = [], proposals = [], deadLetters = [], parked = []] = waiting;
  const states = sources.entries.map(({ body }) => freshnessOf(body, now));
  const ages = states.flatMap(({ ageSeconds }) => ageSeconds ?? []);
  return {
    exceptionsOverdue: Object.fromEntries(overdue) as Watched['exceptionsOverdue'],
    exceptionsOpen: sumOf(exceptions),
    postingsWaiting: sumOf(postings),
    postingsWaitingOverADay: sumOf(postings.filter(({ day }) => day < addDays(today, -1))),
    proposalsWaiting: sumOf(proposals),
    deadLettersWaiting: sumOf(deadLetters),
    documentsParked: sumOf(parked),
    sourcesStale: states.filter(({ freshness }) => freshness === 'stale').length,
    ...(ages.length > 0 && { oldestPullSeconds: Math.max(...ages) }),
  };
}

const sumOf = (waiting: readonly Waiting[]): number => waiting.reduce((sum, { count }) => sum + count, 0);

async function overdueOf(
  { records }: WatchPorts,
  owner: ExceptionOwner,
  now: string,
): Promise<readonly [ExceptionOwner, number]> {
  const query = { list: 'exceptions', scope: `${owner}#open`, limit: MOST_OVERDUE } as const;
  const { entries } = await records.list('exception', query);
  return [owner, entries.filter(({ body }) => body.dueAt < now).length];
}
