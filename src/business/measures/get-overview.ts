import type { Waiting } from '#core/canonical/figures.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { addDays, dateOfInstant, type LocalDate } from '#core/kernel/dates.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { definitionText, linkOf, type MeasureDefinition } from './definition.ts';
import { measureDefinitions } from './definitions.ts';
import { freshnessOf } from './freshness.ts';
import type { Figures } from './ports.ts';
import { readAll } from './read-measure.ts';

export interface OverviewPorts {
  readonly figures: Figures;
  readonly records: Pick<Records, 'list'>;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** What waits longer than this is not found any more. */
const WAITING_DAYS = 400;
/** More sources than anybody has. */
const MOST_SOURCES = 100;

/**
 * Whether the business is in step: every measure of the last days, what waits, and how fresh each source is.
 * All reads at once: one a measure, one a kind of what waits, one for the sources. A share of nothing has no value.
 */
export async function getOverview(ports: OverviewPorts, { days }: { readonly days: number }) {
  const asOf = ports.clock.now();
  const to = dateOfInstant(asOf);
  const period = { from: addDays(to, 1 - days), to };
  const since = addDays(to, -WAITING_DAYS);
  const flows = measureDefinitions.filter(({ statistic }) => statistic !== 'waiting');
  const kept = measureDefinitions.filter(({ statistic }) => statistic === 'waiting');
  const due = (await ports.settings.get('measures'))?.value.forecastDue;
  const [measures, waiting, sources] = await Promise.all([
    Promise.all(flows.map((measure) => overviewOf(ports, measure, { ...period, now: asOf, due }))),
    Promise.all(kept.map((measure) => waitingOf(ports.figures, measure, since))),
    ports.records.list('source-status', { list: 'source-statuses', limit: MOST_SOURCES }),
  ]);
  return {
    asOf,
    ...period,
    measures,
    waiting: waiting.flat(),
    sources: sources.entries.map(({ body }) => ({ ...body, ...freshnessOf(body, asOf) })),
  };
}

async function overviewOf(
  { figures }: OverviewPorts,
  measure: MeasureDefinition,
  period: Parameters<typeof readAll>[2],
) {
  const { figure, days } = await readAll(figures, measure, period);
  return { ...described(measure), ...figure, days: [...days], link: measure.link };
}

/** What of a definition goes with its figure. */
export const described = (measure: MeasureDefinition) => ({
  id: measure.id,
  title: measure.title,
  unit: measure.unit,
  definition: definitionText(measure),
  better: measure.better,
  dimensions: [...measure.dimensions],
});

/** By the first dimension it is kept by. */
async function waitingOf(figures: Figures, measure: MeasureDefinition, since: LocalDate) {
  const [dimension] = measure.dimensions;
  const what = dimension && typeof measure.counted === 'object' ? measure.counted[dimension] : undefined;
  if (dimension === undefined || what === undefined) return [];
  const all = await figures.waiting(what, since);
  return [...byWhom(all)].map(([by, entries]) => ({
    what,
    title: measure.title,
    by,
    count: entries.reduce((sum, { count }) => sum + count, 0),
    ...(entries[0] && { oldestDay: entries[0].day }),
    byDay: entries.map(({ day, count }) => ({ day, count })),
    link: linkOf(measure, dimension, by),
  }));
}

/** By whom, the oldest day first. */
export function byWhom(all: readonly Waiting[]): ReadonlyMap<string, readonly Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const one of [...all].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    groups.set(one.by, [...(groups.get(one.by) ?? []), one]);
  }
  return groups;
}
