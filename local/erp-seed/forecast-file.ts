import { createHash } from 'node:crypto';
import { addDays, dateOf, dayNumber, type LocalDate, weekStart } from '#core/kernel/dates.ts';
import type { Distributor } from './distributor.ts';
import { randomFrom } from './random.ts';

const WEEKS = 13;

/** The Monday after a day: the first week a planner forecasts. */
export const comingMonday = (today: LocalDate): LocalDate => dateOf(weekStart(dayNumber(today)) + 7);

export interface ForecastFileOptions {
  readonly seed: number;
  readonly today: LocalDate;
  /** Leave the rows out that are wrong on purpose. */
  readonly onlyGood?: boolean;
}

/**
 * The file a planner would drop: 13 weeks for every item at every location, a gentle wave and some noise around the
 * usual demand, a few rows that are wrong on purpose, and a trailer with count and hash.
 */
export function forecastFile(
  { stock, items }: Distributor,
  { seed, today, onlyGood = false }: ForecastFileOptions,
): string {
  const random = randomFrom(seed ^ 0x5eed);
  const units = new Map(items.map(({ code, unit }) => [code, unit === 'Kilogram' ? 'KGM' : 'EA']));
  const inactive = new Set(items.filter(({ status }) => status === 'inactive').map(({ code }) => code));
  const from = comingMonday(today);
  const rows: string[] = [];
  for (const { item, site, weeklyDemand } of stock) {
    // Planning has heard everywhere but at the first site that the item is gone.
    if (inactive.has(item) && (onlyGood || site !== stock[0]?.site)) continue;
    for (let week = 0; week < WEEKS; week += 1) {
      const wave = 1 + 0.15 * Math.sin(((week + weeklyDemand) * Math.PI) / 6);
      const quantity = Math.round(weeklyDemand * wave * (0.92 + 0.16 * random.next()));
      rows.push(`${item},${site},${addDays(from, 7 * week)},${quantity},${units.get(item)}`);
    }
  }
  if (!onlyGood) spoil(rows, from);
  const body = `item,location,bucket,quantity,unit\n${rows.join('\n')}\n`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}#rows=${rows.length},sha256=${sha256}\n`;
}

/** What really goes wrong in such files: an unknown item, a spreadsheet's number, a Tuesday, a formula, a line twice. */
function spoil(rows: string[], from: LocalDate): void {
  const site = rows[0]?.split(',')[1] ?? '';
  const item = rows[0]?.split(',')[0] ?? '';
  const again = rows[20] ?? '';
  rows.splice(40, 0, `OLD-4711,${site},${from},12,EA`);
  rows.splice(90, 0, `${item},${site},${addDays(from, 1)},25,EA`);
  rows.splice(130, 0, `${item},${site},${addDays(from, 91)},1e9,EA`);
  rows.splice(200, 0, `${item},MOON,${from},5,EA`);
  rows.splice(260, 0, `${item},${site},${addDays(from, 98)},=SUM(A1:A9),EA`);
  rows.splice(300, 0, again);
}
