/** What is asked of the API when chosen dead letters are redriven. Pure. */
import type { DeadLetter, DeadLetterQueues, Redrive } from '#contracts/client.ts';
import { canRedrive } from './wording.ts';

export type Queue = DeadLetterQueues['entries'][number];

/** The API takes so many ids in one redrive. */
export const MOST_AT_ONCE = 500;

export interface RedrivePart {
  readonly queue: string;
  readonly ids: readonly string[];
}

/** The chosen ones that may be sent back, by queue: a redrive is of one queue, and of 500 messages at most. */
export function partsOf(chosen: readonly DeadLetter[]): readonly RedrivePart[] {
  const byQueue = Map.groupBy(chosen.filter(canRedrive), ({ queue }) => queue);
  return [...byQueue].map(([queue, letters]) => ({
    queue,
    ids: letters.map(({ id }) => id).slice(0, MOST_AT_ONCE),
  }));
}

/** How many wait in a queue, or of them died of one thing. */
export const waitingIn = (queue: Queue, reason?: string): number =>
  reason === undefined ? queue.waiting : (queue.classes.find((one) => one.class === reason)?.count ?? 0);

/** Of how many the reasons are told: of very full queues only the oldest are looked at. */
export const classified = ({ classes }: Queue): number => classes.reduce((sum, { count }) => sum + count, 0);

/** Queues with something in them, the fullest first; and the names of those with nothing. */
export function sortQueues(queues: readonly Queue[]): {
  readonly filled: readonly Queue[];
  readonly empty: readonly string[];
} {
  const isFilled = ({ waiting, messages, redriveId }: Queue) =>
    waiting > 0 || messages > 0 || redriveId !== undefined;
  return {
    filled: queues.filter(isFilled).sort((a, b) => b.waiting - a.waiting || a.queue.localeCompare(b.queue)),
    empty: queues
      .filter((queue) => !isFilled(queue))
      .map(({ queue }) => queue)
      .sort(),
  };
}

/** How far a running redrive is: of all, what is left is what still waits, about. */
export function progressOf(
  { selection, counts }: Pick<Redrive, 'selection' | 'counts'>,
  stillWaiting: number,
): { readonly percent: number; readonly rest: number } {
  const done = counts.sent + counts.failed;
  const total = selection.kind === 'some' ? selection.ids.length : done + stillWaiting;
  const rest = Math.max(total - done, 0);
  return { percent: total === 0 ? 0 : Math.round((100 * Math.min(done, total)) / total), rest };
}
