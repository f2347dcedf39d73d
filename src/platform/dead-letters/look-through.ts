import type { DeadLetterPorts, DeadMessage } from './ports.ts';
import { MESSAGES_PER_CALL } from './ports.ts';

export interface Looking {
  readonly queue: string;
  /** What is looked at is hidden from everyone else for so long at most: as long as a look can take. */
  readonly heldSeconds: number;
  /** Whether to stop early. */
  readonly isOver: () => boolean;
  /** Works a batch; answers the messages that stay in the queue. */
  readonly each: (messages: readonly DeadMessage[]) => Promise<readonly DeadMessage[]>;
}

/**
 * Look at every message of a dead-letter queue once, and let those go that stay. Answers whether all there was was
 * looked at. First-in first-out queues show the first ten of a group; the next come when those have left.
 */
export async function lookThrough(
  { queues, clock }: Pick<DeadLetterPorts, 'queues' | 'clock'>,
  { queue, heldSeconds, isOver, each }: Looking,
): Promise<{ readonly whole: boolean }> {
  const staying: DeadMessage[] = [];
  const seen = new Set<string>();
  const comesRoundAt = Date.parse(clock.now()) + heldSeconds * 1000;
  try {
    while (!isOver()) {
      const received = await queues.receive(queue, heldSeconds);
      if (received.length === 0) return { whole: true };
      const fresh = received.filter(({ messageId }) => !seen.has(messageId));
      for (const { messageId } of received) seen.add(messageId);
      staying.push(...received.filter((message) => !fresh.includes(message)));
      if (fresh.length > 0) staying.push(...(await each(fresh)));
      // What was held longer than it was hidden comes round again, perhaps before what was not seen yet.
      else if (Date.parse(clock.now()) >= comesRoundAt) return { whole: false };
    }
    return { whole: false };
  } finally {
    await letGo(queues, queue, staying);
  }
}

async function letGo(
  queues: DeadLetterPorts['queues'],
  queue: string,
  messages: readonly DeadMessage[],
): Promise<void> {
  for (let start = 0; start < messages.length; start += MESSAGES_PER_CALL)
    await queues.release(queue, messages.slice(start, start + MESSAGES_PER_CALL));
}
