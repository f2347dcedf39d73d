/** SQS as it behaves: visibility, groups that wait for their first, ids that are known for five minutes, copies. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/kernel/clock.ts';
import type {
  DeadLetterQueues,
  DeadMessage,
  MessageAttribute,
  SendOutcome,
  SourceQueue,
} from '#platform/dead-letters/ports.ts';

const DEDUPLICATION_MS = 5 * 60_000;

interface Stored {
  readonly messageId: string;
  readonly body: string;
  readonly group: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly sentMs: number;
  receives: number;
  visibleMs: number;
  receipt: string;
}

export interface Sending {
  readonly group?: string;
  readonly deduplicationId?: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

export interface MemoryQueuesOptions {
  readonly queues: readonly SourceQueue[];
  readonly clock: Clock;
  /** After so many receives by its consumer a message is dead. */
  readonly maxReceives?: number;
  /** Whether a message that is deleted is kept by one of the servers all the same. */
  readonly forgetsDelete?: () => boolean;
  /** Where a standard queue begins to look for messages, of so many: it asks some of its servers first. */
  readonly beginsAt?: (messages: number) => number;
  /** Why SQS would not take a body. */
  readonly refuses?: (body: string) => string | undefined;
}

export interface MemoryQueues extends DeadLetterQueues {
  /** Put a message into a queue; its id, or undefined when it is a duplicate of the last five minutes. */
  send(queue: string, body: string, sending?: Sending): string | undefined;
  /** Put a message into the dead-letter queue, as if its consumer had failed often enough. */
  die(queue: string, body: string, sending?: Sending): string;
  /** What the consumer of a queue gets: up to ten messages; those that failed too often are dead instead. */
  work(queue: string, visibilityMs: number): readonly DeadMessage[];
  /** The consumer is done with a message. */
  done(queue: string, message: DeadMessage): void;
  /** AWS's own redrive, perhaps stopped after so many: messages go back under new ids. Answers their bodies. */
  moveBack(queue: string, most?: number): readonly string[];
  /** Bodies that wait in a queue, and in its dead letters. */
  inQueue(queue: string): readonly string[];
  dead(queue: string): readonly string[];
}

export function memoryQueues(options: MemoryQueuesOptions): MemoryQueues {
  const {
    queues,
    clock,
    maxReceives = 1,
    forgetsDelete = () => false,
    beginsAt = () => 0,
    refuses = () => undefined,
  } = options;
  const sources = new Map<string, Stored[]>(queues.map(({ name }) => [name, []]));
  const deads = new Map<string, Stored[]>(queues.map(({ name }) => [name, []]));
  const sentIds = new Map<string, number>();
  const nowMs = (): number => Date.parse(clock.now());
  const isFifo = (queue: string): boolean => queues.find(({ name }) => name === queue)?.fifo ?? false;
  const of = (from: Map<string, Stored[]>, queue: string): Stored[] => {
    const messages = from.get(queue);
    if (messages) return messages;
    throw new Error(`there is no queue ${queue}`);
  };
  const fresh = (body: string, { group, attributes = {} }: Sending): Stored => ({
    messageId: randomUUID(),
    body,
    group,
    attributes,
    sentMs: nowMs(),
    receives: 0,
    visibleMs: 0,
    receipt: '',
  });

  const receive = (messages: Stored[], fifo: boolean, hiddenMs: number): DeadMessage[] => {
    const now = nowMs();
    const held = new Set(messages.filter(({ visibleMs }) => visibleMs > now).map(({ group }) => group));
    const free = messages.filter(({ visibleMs, group }) => visibleMs <= now && !(fifo && held.has(group)));
    const from = fifo ? 0 : beginsAt(free.length);
    return [...free.slice(from), ...free.slice(0, from)].slice(0, 10).map((message) => {
      message.receives += 1;
      message.visibleMs = now + hiddenMs;
      message.receipt = randomUUID();
      return asReceived(message);
    });
  };
  const remove = (messages: Stored[], { messageId, receipt }: DeadMessage): boolean => {
    const index = messages.findIndex((one) => one.messageId === messageId && one.receipt === receipt);
    if (index < 0) return false;
    if (!forgetsDelete()) messages.splice(index, 1);
    return true;
  };
  const send: MemoryQueues['send'] = (queue, body, sending = {}) => {
    if (isFifo(queue)) {
      const { group, deduplicationId } = sending;
      if (group === undefined || deduplicationId === undefined)
        throw new Error(`${queue} takes messages with a group and a deduplication id`);
      const key = `${queue} ${deduplicationId}`;
      const before = sentIds.get(key);
      if (before !== undefined && nowMs() - before < DEDUPLICATION_MS) return undefined;
      sentIds.set(key, nowMs());
    }
    const message = fresh(body, sending);
    of(sources, queue).push(message);
    return message.messageId;
  };
  const bury = (queue: string): void => {
    const messages = of(sources, queue);
    const isDead = ({ receives, visibleMs }: Stored) => receives >= maxReceives && visibleMs <= nowMs();
    of(deads, queue).push(...messages.filter(isDead).map((message) => ({ ...message, receipt: '' })));
    sources.set(
      queue,
      messages.filter((message) => !isDead(message)),
    );
  };

  return {
    all: () => queues,
    receive: async (queue, visibilitySeconds) => {
      bury(queue);
      return receive(of(deads, queue), isFifo(queue), visibilitySeconds * 1000);
    },
    release: async (queue, messages) => {
      for (const { messageId, receipt } of messages) {
        const held = of(deads, queue).find((one) => one.messageId === messageId && one.receipt === receipt);
        if (held) held.visibleMs = nowMs();
      }
    },
    sendBack: async (queue, messages) => {
      of(sources, queue);
      // SQS refuses the whole call.
      if (messages.length === 0 || messages.length > 10) throw new Error(`a batch of ${messages.length}`);
      const stopped = new Set<string | undefined>();
      return messages.map(({ message, deduplicationId, attributes }): SendOutcome => {
        const { body, messageGroup: group } = message;
        const refused = refuses(body);
        if (refused !== undefined || (isFifo(queue) && stopped.has(group))) {
          stopped.add(group);
          return { sent: false, refused: refused ?? 'one before it was refused' };
        }
        send(queue, body, { attributes, deduplicationId, ...(group === undefined ? {} : { group }) });
        return { sent: true };
      });
    },
    remove: async (queue, messages) => messages.map((message) => remove(of(deads, queue), message)),
    count: async (queue) => {
      const messages = of(deads, queue);
      return {
        messages: messages.length,
        held: messages.filter(({ visibleMs }) => visibleMs > nowMs()).length,
      };
    },
    send,
    die: (queue, body, sending = {}) => {
      const message = { ...fresh(body, sending), receives: maxReceives };
      of(deads, queue).push(message);
      return message.messageId;
    },
    work: (queue, visibilityMs) => {
      bury(queue);
      return receive(of(sources, queue), isFifo(queue), visibilityMs);
    },
    done: (queue, message) => {
      remove(of(sources, queue), message);
    },
    moveBack: (queue, most = Number.POSITIVE_INFINITY) => {
      const taken = of(deads, queue).splice(0, most);
      const moved = taken.map(({ body, group, attributes }) =>
        fresh(body, { attributes, ...(group === undefined ? {} : { group }) }),
      );
      of(sources, queue).push(...moved);
      return taken.map(({ body }) => body);
    },
    inQueue: (queue) => of(sources, queue).map(({ body }) => body),
    dead: (queue) => {
      bury(queue);
      return of(deads, queue).map(({ body }) => body);
    },
  };
}

const asReceived = ({
  messageId,
  receipt,
  body,
  sentMs,
  receives,
  group,
  attributes,
}: Stored): DeadMessage => ({
  messageId,
  receipt,
  body,
  sentAt: new Date(sentMs).toISOString(),
  receives,
  ...(group === undefined ? {} : { messageGroup: group }),
  attributes,
});
