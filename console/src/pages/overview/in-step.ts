import type { Overview } from '#contracts/client.ts';
import { counted, durationText, words } from '../../parts/format.ts';
import { figureText, type Trend, trendOf } from './figure-text.ts';

export type Tone = 'error' | 'warning' | 'info' | 'success';

/** One thing that speaks against being in step, with the records behind it. */
export interface Concern {
  readonly tone: 'error' | 'warning';
  readonly text: string;
  readonly href: string;
}

/** Whether the business is in step, in one sentence, and why not. */
export interface Judgement {
  readonly tone: Tone;
  readonly sentence: string;
  readonly concerns: readonly Concern[];
}

/** What waits longer than so many whole days is late; dead letters and postings should never wait for long. */
const PATIENCE_DAYS: Readonly<Record<string, number>> = {
  exceptions: 2,
  proposals: 2,
  'documents-parked': 2,
};
const PATIENCE_OTHERWISE = 0;
const LATE_FOR_SURE_DAYS = 3;
/** A share that falls by so many thousandths on its last day, or a time that grows so many times, is worth a look. */
const SHARE_LOST = 50;
const TIMES_SLOWER = 2;

/**
 * Says whether the business is in step. Pure. The rules, in this order:
 * 1. A source that is stale, or one that lags: what we know is not what is.
 * 2. Dead letters: something was not done, whatever their age.
 * 3. What waits longer than it should: two days for people, none for machines; three more and it is serious.
 * 4. A measure whose last day is much worse than the days before.
 */
export function judge(overview: Pick<Overview, 'asOf' | 'measures' | 'waiting' | 'sources'>): Judgement {
  const concerns = [
    ...overview.sources.flatMap(sourceConcern),
    ...overview.waiting.flatMap((entry) => waitingConcern(entry, overview.asOf)),
    ...overview.measures.flatMap(measureConcern),
  ].sort((a, b) => rank(a) - rank(b));
  if (concerns.some(({ tone }) => tone === 'error')) {
    return { tone: 'error', concerns, sentence: `The business is out of step: ${first(concerns)}` };
  }
  if (concerns.length > 0) {
    return {
      tone: 'warning',
      concerns,
      sentence: `The business is in step, but look here: ${first(concerns)}`,
    };
  }
  if (nothingKnown(overview)) {
    return { tone: 'info', concerns, sentence: 'Nothing has been counted yet: the business has just begun.' };
  }
  const count = overview.waiting.reduce((sum, entry) => sum + entry.count, 0);
  const work = count === 0 ? 'nothing waits' : 'nothing waits longer than it should';
  return {
    tone: 'success',
    concerns,
    sentence: `The business is in step: every source is fresh, and ${work}.`,
  };
}

const rank = ({ tone }: Concern): number => (tone === 'error' ? 0 : 1);

function first(concerns: readonly Concern[]): string {
  const [most, ...others] = concerns;
  const rest = others.length === 0 ? '' : `, and ${counted(others.length, 'more things')}`;
  const text = most?.text ?? '';
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}${rest}.`;
}

const nothingKnown = ({ measures, waiting, sources }: Pick<Overview, 'measures' | 'waiting' | 'sources'>) =>
  waiting.length === 0 && sources.length === 0 && measures.every(({ value }) => value === undefined);

type Source = Overview['sources'][number];
type Waiting = Overview['waiting'][number];
type Measure = Overview['measures'][number];

function sourceConcern({ system, what, freshness, ageSeconds, failure }: Source): Concern[] {
  if (freshness === 'fresh') return [];
  const age = ageSeconds === undefined ? 'never came' : `came last ${durationText(ageSeconds)} ago`;
  const why = failure ? ` (${failure.detail})` : '';
  return [
    {
      tone: freshness === 'stale' ? 'error' : 'warning',
      text: `${words(what)} from ${words(system)} ${age}${why}`,
      href: `/systems/${encodeURIComponent(system)}`,
    },
  ];
}

function waitingConcern({ what, title, by, count, oldestDay, link }: Waiting, asOf: string): Concern[] {
  if (count === 0) return [];
  const days = oldestDay === undefined ? 0 : wholeDays(oldestDay, asOf);
  const late = days - (PATIENCE_DAYS[what] ?? PATIENCE_OTHERWISE);
  const died = what === 'dead-letters';
  if (late <= 0 && !died) return [];
  const age = days === 0 ? 'since today' : days === 1 ? 'since yesterday' : `for ${days} days`;
  return [
    {
      tone: late >= LATE_FOR_SURE_DAYS ? 'error' : 'warning',
      text: `${title} (${by}): ${count} ${count === 1 ? 'waits' : 'wait'}, the oldest ${age}`,
      href: link,
    },
  ];
}

/** Days between a day of the calendar and an instant, in UTC. Pure. */
export const wholeDays = (day: string, asOf: string): number =>
  Math.max(0, Math.round((Date.parse(asOf.slice(0, 10)) - Date.parse(day)) / 86_400_000));

function measureConcern({ title, unit, better, days, link }: Measure): Concern[] {
  const trend = trendOf(days, unit, better);
  if (!trend || trend.good || !muchWorse(trend, unit)) return [];
  const [now, before] = [figureText(unit, trend.now), figureText(unit, trend.before)];
  return [{ tone: 'warning', text: `${title}: ${now} on ${trend.day}, after ${before}`, href: link }];
}

function muchWorse({ now, before }: Trend, unit: Measure['unit']): boolean {
  // How many there are follows from how much business there is; what waits of it is judged by its age.
  if (unit === 'count') return false;
  if (unit === 'ratio') return Math.round(Math.abs(now - before) * 1000) >= SHARE_LOST;
  return before > 0 && (now >= before * TIMES_SLOWER || now <= before / TIMES_SLOWER);
}
