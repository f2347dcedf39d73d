export interface ForecastRow {
  readonly item: string;
  readonly location: string;
  readonly bucket: string;
  readonly quantity: string;
  readonly unit: string;
  readonly kind?: string;
}

/** A good row of a forecast file; the first Monday that the fixed clock of the tests knows. */
export const aForecastRow = (change: Partial<ForecastRow> = {}): ForecastRow => ({
  item: 'ITEM-1',
  location: 'DC-1',
  bucket: '2026-11-23',
  quantity: '40',
  unit: 'EA',
  ...change,
});

export const HEADER = 'item,location,bucket,quantity,unit,kind';

export const csvLine = ({ item, location, bucket, quantity, unit, kind = '' }: ForecastRow): string =>
  [item, location, bucket, quantity, unit, kind].join(',');

/** A whole CSV file of these rows, given as rows or as lines. */
export const aForecastCsv = (rows: readonly (ForecastRow | string)[], header = HEADER): string =>
  [header, ...rows.map((row) => (typeof row === 'string' ? row : csvLine(row)))]
    .map((line) => `${line}\n`)
    .join('');

/** The same rows in every week of so many, from the fixed clock's week. */
export const weeklyRows = (weeks: number, change: Partial<ForecastRow> = {}): ForecastRow[] =>
  Array.from({ length: weeks }, (_, week) =>
    aForecastRow({ bucket: mondayAfter('2026-11-23', week), ...change }),
  );

export const mondayAfter = (monday: string, weeks: number): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
