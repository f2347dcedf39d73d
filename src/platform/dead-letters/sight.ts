/** What seeing a message in a dead-letter queue means for its record. Pure. */
import type { DeadLetter, Death } from '#core/canonical/dead-letter.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { type DeadMessage, REDRIVE_ATTRIBUTE, type SourceQueue } from './ports.ts';
import { readMessage } from './read-message.ts';

/** Seen once more so long after it was last written down, it is written down again; between, nothing is. */
export const SEEN_AGAIN_MS = 5 * 60_000;
/** The most that is remembered of one record's messages and redrives. */
const REMEMBERED = 20;

export interface Sighting {
  readonly id: string;
  readonly queue: SourceQueue;
  readonly message: DeadMessage;
  readonly died: Death;
  readonly now: Instant;
}

export type Sighted =
  /** Known and seen a moment ago. */
  | { readonly means: 'nothing' }
  /** Somebody decided that it goes, before it was sent: it may be deleted. */
  | { readonly means: 'decided' }
  /** The record becomes this; `news` when it did not wait before, or came back. */
  | { readonly means: 'change'; readonly letter: DeadLetter; readonly news: boolean };

export const bodyKeyOf = (id: string): string => `dead-letters/${id}`;

/** The record of a message that is seen, given what was known of that content before. */
export function sight(known: DeadLetter | undefined, sighting: Sighting): Sighted {
  if (!known) return { means: 'change', letter: firstSeen(sighting), news: true };
  switch (known.state) {
    case 'waiting':
      return whileWaiting(known, sighting);
    case 'redriven':
      return backAgain(known, sighting, wasResent(known, sighting));
    case 'gone':
      return backAgain(known, sighting, !isKnown(known, sighting.message));
    case 'discarded':
    case 'moved':
      if (!wasSentAfter(sighting, known.settled?.at)) return { means: 'decided' };
      return backAgain(known, sighting, true);
  }
}

function whileWaiting(known: DeadLetter, sighting: Sighting): Sighted {
  const { message, now, died } = sighting;
  if (isKnown(known, message)) {
    if (Date.parse(now) - Date.parse(known.lastSeenAt) < SEEN_AGAIN_MS) return { means: 'nothing' };
    const seenAs = known.seenAs.map((one) =>
      one.messageId === message.messageId ? { ...one, seenAt: now } : one,
    );
    return { means: 'change', letter: { ...seenNow(known, sighting), seenAs }, news: false };
  }
  if (leftUnnoticed(known, message)) return backAgain(known, sighting, true);
  const seenAs = [...known.seenAs, asSeen(sighting)].slice(-REMEMBERED);
  return { means: 'change', letter: { ...seenNow(known, sighting), died, seenAs }, news: false };
}

/**
 * A message that we did not know, of a content that waits already: a duplicate, unless it can only be the known one
 * itself, sent again by a redrive of ours or, after we had last seen it, by somebody else.
 */
function leftUnnoticed({ redrives, seenAs }: DeadLetter, message: DeadMessage): boolean {
  return wasSentByOneOf(redrives, message) || seenAs.every(({ seenAt }) => message.sentAt > seenAt);
}

/** Sent since its redrive; what was sent before is a copy that the redrive did not reach. */
const wasResent = ({ redrives }: DeadLetter, sighting: Sighting): boolean =>
  wasSentByOneOf(redrives, sighting.message) || wasSentAfter(sighting, redrives.at(-1)?.at);

function wasSentByOneOf(redrives: DeadLetter['redrives'], { attributes }: DeadMessage): boolean {
  const sentBy = attributes[REDRIVE_ATTRIBUTE]?.value;
  return redrives.some(({ redriveId }) => redriveId === sentBy);
}

/** It had left and is here again: poison when it was sent again and died again. */
function backAgain(known: DeadLetter, sighting: Sighting, diedAgain: boolean): Sighted {
  const { settled: _undone, ...rest } = seenNow(known, sighting);
  const letter: DeadLetter = {
    ...rest,
    state: 'waiting',
    died: sighting.died,
    seenAs: [asSeen(sighting)],
    returns: known.returns + (diedAgain ? 1 : 0),
  };
  return { means: 'change', letter, news: true };
}

function firstSeen({ id, queue, message, died, now }: Sighting): DeadLetter {
  const { carries, about } = readMessage(message.body);
  return {
    id,
    queue: queue.name,
    ...(queue.consumer === undefined ? {} : { consumer: queue.consumer }),
    state: 'waiting',
    carries,
    ...(about === undefined ? {} : { about }),
    died,
    body: {
      key: bodyKeyOf(id),
      sizeBytes: Buffer.byteLength(message.body),
      sha256: sha256(message.body),
    },
    ...(message.messageGroup === undefined ? {} : { messageGroup: message.messageGroup }),
    seenAs: [{ messageId: message.messageId, sentAt: message.sentAt, seenAt: now }],
    receives: message.receives,
    returns: 0,
    firstSeenAt: now,
    lastSeenAt: now,
    redrives: [],
  };
}

const seenNow = (known: DeadLetter, { message, now }: Sighting): DeadLetter => ({
  ...known,
  receives: message.receives,
  lastSeenAt: now,
});

const asSeen = ({ message: { messageId, sentAt }, now }: Sighting) => ({ messageId, sentAt, seenAt: now });

const isKnown = ({ seenAs }: DeadLetter, { messageId }: DeadMessage): boolean =>
  seenAs.some((one) => one.messageId === messageId);

const wasSentAfter = ({ message }: Sighting, at: Instant | undefined): boolean =>
  at !== undefined && message.sentAt > at;

/** The record says that a redrive is about to send it: a crash after this is recognised. */
export function marked(letter: DeadLetter, redriveId: string, by: string, now: Instant): DeadLetter {
  if (isMarkedBy(letter, redriveId)) return letter;
  const redrives = [...letter.redrives, { redriveId, at: now, by }].slice(-REMEMBERED);
  return { ...letter, lastSeenAt: now, redrives };
}

export const isMarkedBy = ({ redrives }: DeadLetter, redriveId: string): boolean =>
  redrives.at(-1)?.redriveId === redriveId;

/** The messages of a record that were sent back are gone from it; with the last of them it is `redriven`. */
export function sentBack(letter: DeadLetter, messageIds: ReadonlySet<string>): DeadLetter {
  const others = letter.seenAs.filter(({ messageId }) => !messageIds.has(messageId));
  return others.length > 0 ? { ...letter, seenAs: others } : { ...letter, state: 'redriven' };
}
