import { type DeadLetter, deadLetterId } from '#core/canonical/dead-letter.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result, unwrap } from '#core/kernel/result.ts';
import type { DeadLetterPorts, DeadMessage, FailureNote, SourceQueue } from './ports.ts';
import { bodyKeyOf, type Sighted, type Sighting, sight } from './sight.ts';
import { whyItDied } from './why-it-died.ts';

/** A message with its record as it now stands. */
export interface NotedMessage {
  readonly message: DeadMessage;
  readonly letter: DeadLetter;
  /** Somebody decided that it goes: it may be deleted. */
  readonly decided: boolean;
}

interface Group {
  readonly id: string;
  readonly messages: readonly DeadMessage[];
}

/**
 * Write down what is seen in a dead-letter queue, at most 10 messages.
 * 1. Messages of the same content are one record.
 * 2. Keep the content of what is new, before anything says that it is kept.
 * 3. Commit the record with the news of it, unless all is as it was a moment ago.
 * Throws what the stores answer when they do not take it: the messages are seen again.
 */
export async function noteSightings(
  ports: DeadLetterPorts,
  queue: SourceQueue,
  messages: readonly DeadMessage[],
): Promise<readonly NotedMessage[]> {
  const groups = groupsOf(queue, messages);
  const known = new Map(
    (
      await ports.records.getMany(
        'dead-letter',
        groups.map(({ id }) => id),
      )
    ).map((stored) => [stored.id, stored]),
  );
  const notes = await ports.notes.of(unknownAmong(groups, known));
  const noted = await Promise.all(
    groups.map((group) => noteGroup(ports, queue, group, known.get(group.id), notes)),
  );
  return noted.flat();
}

function groupsOf(queue: SourceQueue, messages: readonly DeadMessage[]): readonly Group[] {
  const groups = new Map<string, DeadMessage[]>();
  for (const message of messages) {
    const id = deadLetterId(queue.name, message.messageGroup, sha256(message.body));
    groups.set(id, [...(groups.get(id) ?? []), message]);
  }
  return [...groups].map(([id, of]) => ({ id, messages: of }));
}

/** What nobody asked about yet: messages that their record does not have. */
const unknownAmong = (
  groups: readonly Group[],
  known: ReadonlyMap<string, StoredRecord<'dead-letter'>>,
): readonly string[] =>
  groups.flatMap(({ id, messages }) => {
    const ids = new Set(known.get(id)?.body.seenAs.map(({ messageId }) => messageId));
    return messages.map(({ messageId }) => messageId).filter((messageId) => !ids.has(messageId));
  });

async function noteGroup(
  ports: DeadLetterPorts,
  queue: SourceQueue,
  group: Group,
  stored: StoredRecord<'dead-letter'> | undefined,
  notes: ReadonlyMap<string, FailureNote>,
): Promise<readonly NotedMessage[]> {
  let first = true;
  const noted = await decideAgain(async () => {
    const current = first ? stored : await ports.records.get('dead-letter', group.id);
    first = false;
    return commitGroup(ports, queue, group, current, notes);
  });
  return unwrap(noted);
}

async function commitGroup(
  ports: DeadLetterPorts,
  queue: SourceQueue,
  { id, messages }: Group,
  stored: StoredRecord<'dead-letter'> | undefined,
  notes: ReadonlyMap<string, FailureNote>,
): Promise<Result<readonly NotedMessage[]>> {
  const now = ports.clock.now();
  let letter = stored?.body;
  let [changed, news] = [false, false];
  const decided = new Set<DeadMessage>();
  for (const message of messages) {
    const died = whyItDied(message, notes.get(message.messageId));
    const sighting: Sighting = { id, queue, message, died, now };
    const sighted: Sighted = sight(letter, sighting);
    if (sighted.means === 'decided') decided.add(message);
    if (sighted.means !== 'change') continue;
    letter = sighted.letter;
    changed = true;
    news ||= sighted.news;
  }
  if (!letter) return ok([]);
  const after = letter;
  if (changed) {
    if (!stored) await keepBody(ports, id, messages[0]?.body ?? '');
    const committed = await commitLetter(ports, after, stored, news);
    if (!committed.ok) return fail(committed.problem);
  }
  return ok(messages.map((message) => ({ message, letter: after, decided: decided.has(message) })));
}

const keepBody = ({ objects }: DeadLetterPorts, id: string, body: string): Promise<void> =>
  objects.write('documents', bodyKeyOf(id), new TextEncoder().encode(body), {
    contentType: 'text/plain; charset=utf-8',
  });

const commitLetter = (
  { records }: DeadLetterPorts,
  letter: DeadLetter,
  stored: StoredRecord<'dead-letter'> | undefined,
  news: boolean,
): Promise<Result<void>> => {
  const { id, queue, died, returns, about } = letter;
  const data = { deadLetterId: id, queue, class: died.class, returns };
  return records.commit({
    changes: [
      {
        type: 'dead-letter',
        id,
        expect: stored?.version ?? 'absent',
        body: letter,
        ...(news ? { events: [{ name: 'dead-letter-noticed', data }] } : {}),
      },
    ],
    correlationId: stored?.correlationId ?? about ?? newCorrelationId(),
  });
};
