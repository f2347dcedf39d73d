import type { Exception } from '#contracts/client.ts';
import { durationText } from '../../parts/format.ts';
import type { Tone } from '../../parts/states.ts';

const SOON_MILLISECONDS = 4 * 3_600_000;

/**
 * How an exception stands against the time it was given: `Due in 3 h 5 min`, `Overdue by 2 d`, `Decided in time`.
 * `now` in milliseconds. Pure.
 */
export function deadlineOf(
  { dueAt, resolution }: Pick<Exception, 'dueAt' | 'resolution'>,
  now: number,
): { readonly tone: Tone; readonly text: string } {
  const due = Date.parse(dueAt);
  if (resolution) {
    const late = Date.parse(resolution.at) - due;
    if (late <= 0) return { tone: 'success', text: 'Decided in time' };
    return { tone: 'stopped', text: `Decided ${inMinutes(late)} late` };
  }
  const left = due - now;
  if (left <= 0) return { tone: 'error', text: `Overdue by ${inMinutes(-left)}` };
  return {
    tone: left <= SOON_MILLISECONDS ? 'warning' : 'pending',
    text: `Due in ${inMinutes(left)}`,
  };
}

/** Seconds would only make people nervous. */
const inMinutes = (milliseconds: number): string =>
  milliseconds < 60_000 ? 'less than a minute' : durationText(Math.floor(milliseconds / 60_000) * 60);
