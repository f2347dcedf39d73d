import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { runningJobs } from '../jobs/running-jobs.ts';
import type { DeadLetterPorts, SourceQueue } from './ports.ts';

/** More records of one queue than these are not counted by class: a figure of thousands says no more than "many". */
export const COUNTED = 500;

export interface QueueOfDead extends SourceQueue {
  /** Records that wait. */
  readonly waiting: number;
  /** Messages that SQS counts, about. */
  readonly messages: number;
  readonly oldest?: Instant;
  /** By what they died of; the most frequent first. */
  readonly classes: readonly { readonly class: string; readonly count: number }[];
  /** A redrive of it runs. */
  readonly redriveId?: string;
}

/**
 * Every dead-letter queue with what waits in it. Of a queue in which more than 500 records wait the oldest 500 are
 * told by class, and `waiting` is what SQS counts.
 */
export async function listQueues(
  ports: Pick<DeadLetterPorts, 'queues' | 'records'>,
): Promise<readonly QueueOfDead[]> {
  const running = await runningJobs(ports.records, 'redrive');
  return Promise.all(
    ports.queues.all().map(async (queue) => {
      const redriveId = running.find(({ body }) => body.queue === queue.name)?.id;
      return { ...(await waitingIn(ports, queue)), ...(redriveId === undefined ? {} : { redriveId }) };
    }),
  );
}

async function waitingIn(
  { queues, records }: Pick<DeadLetterPorts, 'queues' | 'records'>,
  queue: SourceQueue,
): Promise<QueueOfDead> {
  const list = { list: 'dead-letters-by-queue', scope: `${queue.name}#waiting`, limit: COUNTED } as const;
  const [{ entries, cursor }, { messages }] = await Promise.all([
    records.list('dead-letter', list),
    queues.count(queue.name),
  ]);
  const letters = entries.map(({ body }) => body);
  const oldest = letters[0]?.firstSeenAt;
  return {
    ...queue,
    waiting: cursor === undefined ? letters.length : Math.max(letters.length, messages),
    messages,
    ...(oldest === undefined ? {} : { oldest }),
    classes: byClass(letters),
  };
}

function byClass(letters: readonly DeadLetter[]): QueueOfDead['classes'] {
  const counts = new Map<string, number>();
  for (const { died } of letters) counts.set(died.class, (counts.get(died.class) ?? 0) + 1);
  return [...counts]
    .map(([of, count]) => ({ class: of, count }))
    .sort((a, b) => b.count - a.count || (a.class < b.class ? -1 : 1));
}
