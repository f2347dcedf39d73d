import type { Random } from './random.ts';
import type { Ending, Scheduler } from './scheduler.ts';

interface Message<Body> {
  readonly body: Body;
  readonly group: string;
  receives: number;
}

export interface SimulatedQueueOptions<Body> {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly visibilityMs: number;
  readonly maxReceives: number;
  /** Messages of a group one after the other, as FIFO queues do; otherwise all at once. */
  readonly grouped: boolean;
  /** How likely a message is delivered twice. */
  readonly duplicates: () => number;
  /** Work a message; `ended` must be called once. */
  readonly consume: (body: Body, ended: (how: Ending, error?: unknown) => void) => void;
}

export interface SimulatedQueue<Body> {
  /** A deduplication id that was sent in the last five minutes is accepted and never delivered, as SQS does. */
  send(body: Body, group: string, deduplicationId?: string): void;
  readonly deadLetters: readonly Body[];
  isEmpty(): boolean;
}

const DEDUPLICATION_MS = 300_000;

/** SQS, as badly as it may behave: at least once, late, and in order only inside a group. */
export function simulatedQueue<Body>(options: SimulatedQueueOptions<Body>): SimulatedQueue<Body> {
  const { scheduler, random, visibilityMs, maxReceives, grouped, duplicates, consume } = options;
  const waiting: Message<Body>[] = [];
  const busy = new Set<string>();
  const sent = new Map<string, number>();
  const deadLetters: Body[] = [];
  let held = 0;

  const deliver = (): void => {
    const index = waiting.findIndex(({ group }) => !grouped || !busy.has(group));
    const [message] = index < 0 ? [] : waiting.splice(index, 1);
    if (!message) return;
    message.receives += 1;
    if (message.receives > maxReceives) {
      deadLetters.push(message.body);
      deliver();
      return;
    }
    busy.add(message.group);
    held += 1;
    consume(message.body, (how) =>
      scheduler.after(how === 'done' ? 0 : visibilityMs, () => release(message, how)),
    );
    scheduler.after(random.int(0, 20), deliver);
  };
  const release = (message: Message<Body>, how: Ending): void => {
    held -= 1;
    busy.delete(message.group);
    if (how !== 'done' || random.chance(duplicates())) waiting.unshift(message);
    deliver();
  };
  return {
    deadLetters,
    isEmpty: () => waiting.length === 0 && held === 0,
    send(body, group, deduplicationId) {
      const before = deduplicationId === undefined ? undefined : sent.get(deduplicationId);
      if (before !== undefined && scheduler.nowMs() - before < DEDUPLICATION_MS) return;
      if (deduplicationId !== undefined) sent.set(deduplicationId, scheduler.nowMs());
      waiting.push({ body, group, receives: 0 });
      scheduler.after(random.int(1, 200), deliver);
    },
  };
}
