/** What looking after dead letters needs from outside besides records and objects. */
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';

/** A queue whose dead letters are looked after, as it is deployed. */
export interface SourceQueue {
  /** Without the environment's prefix and without `.fifo`: `acknowledgements`. */
  readonly name: string;
  /** The function that works it; absent where nothing does. */
  readonly consumer?: string;
  /** Ordered per message group. */
  readonly fifo: boolean;
}

export interface MessageAttribute {
  /** As SQS has it: `String`, `Number`, `Binary`, also with a label. */
  readonly dataType: string;
  readonly value: string | Uint8Array;
}

/** A message of a dead-letter queue, held by whoever received it. */
export interface DeadMessage {
  readonly messageId: string;
  /** Names this receipt to the queue; opaque. */
  readonly receipt: string;
  readonly body: string;
  /** When it was put into the queue it died in, or in its dead-letter queue where that is first-in first-out. */
  readonly sentAt: Instant;
  /** How often it was received so far, by its consumer and by us. */
  readonly receives: number;
  readonly messageGroup?: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

export interface Resent {
  readonly message: DeadMessage;
  /** FIFO: another one within five minutes with the same is accepted and never delivered. */
  readonly deduplicationId: string;
  /** Instead of the message's own. */
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** What became of one message: `refused` says why. */
export type SendOutcome = { readonly sent: true } | { readonly sent: false; readonly refused: string };

/**
 * Dead-letter queues by the name of the queue they belong to. A message goes nowhere but to that queue: where it goes
 * is what is deployed, never what is in the message. Throws for a queue that is not deployed.
 */
export interface DeadLetterQueues {
  all(): readonly SourceQueue[];
  /** Up to 10 messages, hidden from everyone else for so many seconds; in order per group where the queue is FIFO. */
  receive(queue: string, visibilitySeconds: number): Promise<readonly DeadMessage[]>;
  /** Let messages go: everyone sees them again. What is no longer held is passed over. At most 10. */
  release(queue: string, messages: readonly DeadMessage[]): Promise<void>;
  /**
   * Put messages into their queue again, one outcome each, in order; after a refusal the rest of that group is not
   * sent where the queue is FIFO. At most 10.
   */
  sendBack(queue: string, messages: readonly Resent[]): Promise<readonly SendOutcome[]>;
  /** Delete messages for good; whether each is gone. At most 10. */
  remove(queue: string, messages: readonly DeadMessage[]): Promise<readonly boolean[]>;
  /** About how many messages there are, and how many of them somebody holds. */
  count(queue: string): Promise<{ readonly messages: number; readonly held: number }>;
}

/** Why a message failed last, as its consumer said. */
export interface FailureNote {
  /** A code of the problem catalogue. */
  readonly code: string;
  readonly detail: string;
  readonly function: string;
  readonly at: Instant;
}

/** What consumers noted, by the id of the message. */
export interface FailureNotes {
  /** Those there are, by message id. */
  of(messageIds: readonly string[]): Promise<ReadonlyMap<string, FailureNote>>;
}

export interface DeadLetterPorts {
  readonly queues: DeadLetterQueues;
  readonly notes: FailureNotes;
  readonly records: Records;
  readonly objects: ObjectStore;
  readonly clock: Clock;
}

/** How many messages one call takes. */
export const MESSAGES_PER_CALL = 10;

/** The attribute that says by which redrive a message was sent last. */
export const REDRIVE_ATTRIBUTE = 'redriveid';
