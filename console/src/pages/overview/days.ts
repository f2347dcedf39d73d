/** The periods one may look at, in days, today included. */
export const periods = ['7', '14', '30', '90'] as const;

const USUAL = 14;

/** The period that an address names; the usual one when it names none of ours. Pure. */
export const daysOf = (filter: string | undefined): number =>
  periods.some((period) => period === filter) ? Number(filter) : USUAL;

/** The first day of the last so many, in UTC as figures are kept. Pure. */
export const firstDay = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);

/** Today in UTC. */
export const todayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** More bars than this nobody reads. */
const MOST_DAYS = 31;

/** Every day from the first to the last, both included, at most the newest 31. Pure. */
export function everyDay(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = Date.parse(last); day >= Date.parse(first) && days.length < MOST_DAYS; day -= 86_400_000) {
    days.unshift(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}
