/** The last so many months, this one first: `2026-11`. In UTC, as scorecards are kept. Pure. */
export const lastMonths = (now: number, count: number): readonly string[] => {
  const today = new Date(now);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
};

/** `2026-11` → `November 2026`. Pure. */
export const monthText = (month: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
