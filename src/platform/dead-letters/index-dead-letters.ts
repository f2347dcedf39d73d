import { runningJobs } from '../jobs/running-jobs.ts';
import { lookThrough } from './look-through.ts';
import { type NotedMessage, noteSightings } from './note-sightings.ts';
import { noticeGone } from './notice-gone.ts';
import type { DeadLetterPorts, DeadMessage, SourceQueue } from './ports.ts';

/** Longer than the function lives. */
const HELD_SECONDS = 60;
/** Queues looked through at the same time. */
const AT_ONCE = 5;

export interface Indexed {
  readonly queue: string;
  /** Messages looked at. */
  readonly seen: number;
  /** Deleted, because somebody had decided so. */
  readonly removed: number;
  /** Records whose message had left without us. */
  readonly gone: number;
}

export interface IndexAnswer {
  /** Where anything was. */
  readonly indexed: readonly Indexed[];
  /** Queues that could not be looked through, with the reason: the next run does. */
  readonly failed: readonly { readonly queue: string; readonly because: string }[];
}

/**
 * Look through the dead-letter queues, so that each of their messages has a record that outlives it.
 * 1. Leave alone the queues that a redrive works on: it notes what it sees.
 * 2. Note every message, delete what somebody decided about, let the others go.
 * 3. After a whole look, notice what left without us.
 * A queue that fails keeps no other from being looked through.
 */
export async function indexDeadLetters(ports: DeadLetterPorts, isOver: () => boolean): Promise<IndexAnswer> {
  const busy = new Set((await runningJobs(ports.records, 'redrive')).map(({ body }) => body.queue));
  const queues = ports.queues.all().filter(({ name }) => !busy.has(name));
  const indexed: Indexed[] = [];
  const failed: { queue: string; because: string }[] = [];
  const next = queues.values();
  const worker = async (): Promise<void> => {
    for (const queue of next) {
      if (isOver()) return;
      try {
        indexed.push(await indexQueue(ports, queue, isOver));
      } catch (error) {
        failed.push({ queue: queue.name, because: error instanceof Error ? error.message : 'unknown' });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { indexed: indexed.filter(({ seen, gone }) => seen + gone > 0), failed };
}

async function indexQueue(
  ports: DeadLetterPorts,
  queue: SourceQueue,
  isOver: () => boolean,
): Promise<Indexed> {
  const letters = new Set<string>();
  let [seen, removed] = [0, 0];
  const each = async (messages: readonly DeadMessage[]): Promise<readonly DeadMessage[]> => {
    const noted = await noteSightings(ports, queue, messages);
    for (const { letter } of noted) letters.add(letter.id);
    const staying = await removeDecided(ports, queue.name, noted);
    seen += messages.length;
    removed += messages.length - staying.length;
    return staying.map(({ message }) => message);
  };
  const { whole } = await lookThrough(ports, {
    queue: queue.name,
    heldSeconds: HELD_SECONDS,
    isOver,
    each,
  });
  const gone = whole ? await noticeGone(ports, queue.name, letters) : 0;
  return { queue: queue.name, seen, removed, gone };
}

/** Delete what somebody decided about; answers the others. */
export async function removeDecided(
  { queues }: Pick<DeadLetterPorts, 'queues'>,
  queue: string,
  noted: readonly NotedMessage[],
): Promise<readonly NotedMessage[]> {
  const decided = noted.filter((one) => one.decided).map(({ message }) => message);
  if (decided.length > 0) await queues.remove(queue, decided);
  return noted.filter((one) => !one.decided);
}
