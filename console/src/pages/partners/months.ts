/** Months of scorecards. Pure. */

/** The last so many months that have begun, oldest first, in UTC: `['2026-10', '2026-11']`. */
export function lastMonths(count: number, now: Date): readonly string[] {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - (count - 1 - index), 1)).toISOString().slice(0, 7),
  );
}

/** `2026-11` → `Nov 2026`. */
export const monthText = (month: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
