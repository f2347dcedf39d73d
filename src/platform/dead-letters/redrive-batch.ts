/** One call's worth of messages, sent back: marked before, deleted after, written down at the end. */
import type { DeadLetter, Redrive } from '#core/canonical/dead-letter.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result, unwrap } from '#core/kernel/result.ts';
import { leaseFrom } from '../jobs/lease.ts';
import type { NotedMessage } from './note-sightings.ts';
import { type DeadLetterPorts, type DeadMessage, REDRIVE_ATTRIBUTE, type Resent } from './ports.ts';
import { type Hold, isHeldBy } from './redrive-hold.ts';
import { isMarkedBy, marked, sentBack } from './sight.ts';
import { settledEvent } from './tell.ts';

/** SQS takes so many attributes on a message. */
const MOST_ATTRIBUTES = 10;

export interface BatchAnswer {
  /** Still in the dead-letter queue. */
  readonly staying: readonly DeadMessage[];
  readonly sent: number;
  /** Refused by the queue. */
  readonly failed: readonly DeadMessage[];
  /** Whether to go on: somebody may have cancelled it, or taken it over. */
  readonly goOn: boolean;
}

/**
 * Send chosen messages of a redrive back, at most 10.
 * 1. Mark their records, so that whoever finds them after a crash knows that they may have been sent.
 * 2. Send, under an id made of redrive and message: the same attempt is one message, another redrive is another.
 * 3. Delete what was confirmed as sent, and nothing else.
 * 4. Commit what left, with the count and the lease of the redrive.
 * A message whose record is decided about in between is not sent.
 */
export async function redriveBatch(
  ports: DeadLetterPorts,
  hold: Hold,
  chosen: readonly NotedMessage[],
): Promise<BatchAnswer> {
  const { id, queue } = hold.redrive.body;
  const inHand = chosen.map(({ message }) => message);
  const ready = await mark(ports, hold, chosen);
  const messages = chosen.filter(({ letter }) => ready.has(letter.id)).map(({ message }) => message);
  // SQS takes no call without a message.
  if (messages.length === 0) return { staying: inHand, sent: 0, failed: [], goOn: true };
  const outcomes = await ports.queues.sendBack(
    queue,
    messages.map((message) => resent(id, message)),
  );
  const sent = messages.filter((_, index) => outcomes[index]?.sent);
  const gone = sent.length > 0 ? await ports.queues.remove(queue, sent) : [];
  const left = sent.filter((_, index) => gone[index]);
  const goOn = await settle(ports, hold, chosen, left);
  const staying = inHand.filter((message) => !left.includes(message));
  const failed = messages.filter((_, index) => !outcomes[index]?.sent);
  return { staying, sent: left.length, failed, goOn };
}

/** The same redrive sends the same message under the same id; SQS delivers one of two within five minutes. */
const resent = (redriveId: string, message: DeadMessage): Resent => {
  const others = Object.entries(message.attributes).filter(([name]) => name !== REDRIVE_ATTRIBUTE);
  const own = { [REDRIVE_ATTRIBUTE]: { dataType: 'String', value: redriveId } };
  const attributes =
    others.length < MOST_ATTRIBUTES ? { ...Object.fromEntries(others), ...own } : message.attributes;
  return { message, deduplicationId: derivedId('redrive', redriveId, message.messageId), attributes };
};

/** Answers the ids of those that may be sent. */
async function mark(
  { records, clock }: DeadLetterPorts,
  { redrive: { id, body, correlationId } }: Hold,
  chosen: readonly NotedMessage[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(chosen.map(({ letter }) => letter.id))];
  const marking = await decideAgain(async (): Promise<Result<readonly string[]>> => {
    const stored = await records.getMany('dead-letter', ids);
    const waiting = stored.filter((letter) => letter.body.state === 'waiting');
    const changes = waiting
      .filter((letter) => !isMarkedBy(letter.body, id))
      .map((letter) => changeOf(letter, marked(letter.body, id, body.startedBy, clock.now())));
    if (changes.length > 0) {
      const committed = await records.commit({ changes, correlationId, causationId: id });
      if (!committed.ok) return committed;
    }
    return ok(waiting.map((letter) => letter.id));
  });
  return new Set(unwrap(marking));
}

/** Write down what left, and go on holding the redrive; answers whether it still runs and is still ours. */
async function settle(
  { records, clock }: DeadLetterPorts,
  hold: Hold,
  chosen: readonly NotedMessage[],
  left: readonly DeadMessage[],
): Promise<boolean> {
  const { id, correlationId } = hold.redrive;
  const leftIds = new Set(left.map(({ messageId }) => messageId));
  const letterIds = new Set(
    chosen.filter(({ message }) => leftIds.has(message.messageId)).map(({ letter }) => letter.id),
  );
  const settling = await decideAgain(async (): Promise<Result<boolean>> => {
    const redrive = await records.get('redrive', id);
    if (!redrive) return ok(false);
    const letters = await records.getMany('dead-letter', [...letterIds]);
    const isOurs = isHeldBy(redrive.body, hold);
    const leaseUntil = leaseFrom(clock.now());
    const body = { ...withSent(redrive.body, left.length), ...(isOurs ? { leaseUntil } : {}) };
    const committed = await records.commit({
      changes: [
        { type: 'redrive', id, expect: redrive.version, body },
        ...letters.flatMap((letter) => settledChange(letter, leftIds)),
      ],
      correlationId,
      causationId: id,
    });
    if (!committed.ok) return committed;
    if (isOurs) hold.leaseUntil = leaseUntil;
    return ok(isOurs);
  });
  return unwrap(settling);
}

function settledChange(
  stored: StoredRecord<'dead-letter'>,
  leftIds: ReadonlySet<string>,
): readonly AnyChange[] {
  if (stored.body.state !== 'waiting') return [];
  const body = sentBack(stored.body, leftIds);
  const change = changeOf(stored, body);
  return [body.state === 'redriven' ? { ...change, events: [settledEvent(body)] } : change];
}

const changeOf = ({ id, version }: StoredRecord<'dead-letter'>, body: DeadLetter) =>
  ({ type: 'dead-letter', id, expect: version, body }) as const;

const withSent = (redrive: Redrive, more: number): Redrive => ({
  ...redrive,
  counts: { ...redrive.counts, sent: redrive.counts.sent + more },
});
