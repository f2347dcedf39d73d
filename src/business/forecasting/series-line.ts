import type { ForecastSeries } from '#core/canonical/forecast.ts';

/** A series as a line of NDJSON: item and location first, so that the line begins with what it is ordered by. */
export function seriesLine({ itemId, locationId, unit, from, quantities }: ForecastSeries): string {
  return `${JSON.stringify({ itemId, locationId, unit, from, quantities })}\n`;
}

/**
 * What a series line is ordered by: its beginning as text, up to the end of the location. The quote that ends an id
 * comes before every character of an id, so this orders by item, then by location.
 */
export const seriesKey = (line: string): string => line.slice(0, line.indexOf('","unit":'));

/** Whether one series comes before another. */
export const seriesBefore = (a: ForecastSeries, b: ForecastSeries): boolean =>
  a.itemId === b.itemId ? a.locationId < b.locationId : a.itemId < b.itemId;
