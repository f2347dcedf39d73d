import type { Addition } from '#core/canonical/figures.ts';
import { lineCountsSchema } from '#core/canonical/forecast.ts';
import type { ForecastDue } from '#core/canonical/settings.ts';
import type { CountedEvent, Facts } from '#core/kernel/counting.ts';
import { cutOffDayOf } from '../rules/forecast-cut-off.ts';
import { type Counting, lastBefore, lasted, ownHistory, share } from './counting.ts';

const of = { process: 'forecasting' } as const;

/** Rows of a release that was checked: applied of received. A release that never got so far has all its rows against it. */
export const forecastRows: Counting = {
  on: ['forecast-release-validated', 'forecast-release-rejected'],
  needed: ownHistory,
  count: (event, facts) => {
    if (event.name === 'forecast-release-validated') {
      const counts = lineCountsSchema.safeParse(event.data.counts);
      return counts.success
        ? [share('forecast-rows', event, of, counts.data.applied, counts.data.received)]
        : [];
    }
    const wasChecked = lastBefore(event, facts, 'forecast-release-validated') !== undefined;
    const received = facts.of('forecast-release', event.id)?.counts.received ?? 0;
    return wasChecked || received === 0 ? [] : [share('forecast-rows', event, of, 0, received)];
  },
};

/** From a file's arrival until its release is the baseline. */
export const forecastPublication: Counting = {
  on: ['forecast-release-approved'],
  count: (event, facts) =>
    lasted('forecast-publication', event, of, facts.of('forecast-release', event.id)?.receivedAt),
};

/** A release in force serves the next cut-off; which cut-offs there were is known when the figure is read. */
export const forecastInTime = (due: ForecastDue | undefined): Counting => ({
  on: ['forecast-release-approved'],
  count: (event: CountedEvent, _facts: Facts): readonly Addition[] =>
    due
      ? [{ counted: 'forecast-in-time', day: cutOffDayOf(event.at, due), of, numerator: 1, denominator: 0 }]
      : [],
});
