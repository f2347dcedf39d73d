/** The queues of a redrive world, what is dead in them at first, and the consumers that work them. */
import {
  type DeadLetterQueues,
  type DeadMessage,
  REDRIVE_ATTRIBUTE,
  type SourceQueue,
} from '#platform/dead-letters/ports.ts';
import type { MemoryQueues } from '#test/doubles/memory-queues.ts';
import type { Random } from './random.ts';

export const standard: SourceQueue = {
  name: 'acknowledgements',
  consumer: 'apply-acknowledgement',
  fifo: false,
};
export const fifo: SourceQueue = { name: 'postings-tryton', consumer: 'post-document', fifo: true };
export const queuesHere = [standard, fifo];

export interface Content {
  /** Where it belongs. */
  readonly queue: string;
  readonly group?: string;
  /** Fails until the cause is repaired. */
  readonly poison: boolean;
}

export interface Delivery {
  readonly queue: string;
  readonly body: string;
  readonly redriveId: string | undefined;
}

/** Let so many contents die, one in ten twice; answers them by their bodies, groups in order. */
export function fill(queues: MemoryQueues, count: number, random: Random): ReadonlyMap<string, Content> {
  const contents = new Map<string, Content>();
  for (let n = 0; n < count; n += 1) {
    const { name, fifo: ordered } = random.chance(0.7) ? standard : fifo;
    const body = JSON.stringify({ for: name, n });
    const sending = ordered ? { group: `order-${random.int(1, Math.ceil(count / 20))}` } : {};
    contents.set(body, { queue: name, ...sending, poison: random.chance(0.03) });
    queues.die(name, body, sending);
    if (random.chance(0.1)) queues.die(name, body, sending);
  }
  return contents;
}

/** Applies each content once, however often it comes. */
export function consumerOf(
  queues: MemoryQueues,
  contents: ReadonlyMap<string, Content>,
  isRepaired: () => boolean,
) {
  const applied = new Set<string>();
  const deliveries: Delivery[] = [];
  const take = (queue: string, message: DeadMessage): void => {
    const sentBy = message.attributes[REDRIVE_ATTRIBUTE]?.value;
    const redriveId = typeof sentBy === 'string' ? sentBy : undefined;
    deliveries.push({ queue, body: message.body, redriveId });
    if (contents.get(message.body)?.poison && !isRepaired()) return;
    applied.add(message.body);
    queues.done(queue, message);
  };
  const workQueue = (name: string): void => {
    for (let batches = 0; batches < 100; batches += 1) {
      const messages = queues.work(name, 10_000);
      if (messages.length === 0) return;
      for (const message of messages) take(name, message);
    }
  };
  return { applied, deliveries, work: () => queuesHere.forEach(({ name }) => void workQueue(name)) };
}

/** The queues as a process sees them. A port has no own methods to copy; asking which queues there are is no call. */
export const forwarded = (port: DeadLetterQueues, { all }: DeadLetterQueues): DeadLetterQueues => ({
  all,
  receive: (...input) => port.receive(...input),
  release: (...input) => port.release(...input),
  sendBack: (...input) => port.sendBack(...input),
  remove: (...input) => port.remove(...input),
  count: (...input) => port.count(...input),
});
