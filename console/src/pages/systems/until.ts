/** Until when a pause lasts: open, at an instant, or not to be understood. */
export type Until =
  | { readonly kind: 'open' }
  | { readonly kind: 'at'; readonly at: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** A day and a time of the person's own zone as an instant; a day alone lasts to its end. Pure but for the zone. */
export function untilOf(day: string, time: string, now: number): Until {
  if (day === '' && time === '') return { kind: 'open' };
  if (day === '') return { kind: 'wrong', why: 'Choose the day, too.' };
  const at = new Date(time === '' ? `${day}T23:59:59` : `${day}T${time}:00`);
  if (Number.isNaN(at.getTime()))
    return { kind: 'wrong', why: 'Write the day as 2026-11-21 and the time as 14:30.' };
  return at.getTime() <= now
    ? { kind: 'wrong', why: 'That is over already.' }
    : { kind: 'at', at: at.toISOString() };
}
