import type { Redrive } from '#core/canonical/dead-letter.ts';
import { type PacePorts, paceOf } from '../jobs/pace.ts';
import { removeDecided } from './index-dead-letters.ts';
import { lookThrough } from './look-through.ts';
import { type NotedMessage, noteSightings } from './note-sightings.ts';
import {
  type DeadLetterPorts,
  type DeadMessage,
  MESSAGES_PER_CALL,
  REDRIVE_ATTRIBUTE,
  type SourceQueue,
} from './ports.ts';
import { redriveBatch } from './redrive-batch.ts';
import { carryOn, finish, type Hold, isHalfOver, isStillOurs, layDown, takeUp } from './redrive-hold.ts';

export interface RedrivePorts extends DeadLetterPorts, PacePorts {}

/** What one look through the queue came to. */
interface Look {
  readonly whole: boolean;
  readonly sent: number;
  readonly failed: number;
  readonly stillOurs: boolean;
}

/** A look in which nothing is sent takes less; a run lives longer, so that it can wait for what another one held. */
const HELD_SECONDS = 200;
/** Between two looks for what somebody else holds. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Work on a redrive until it is through or the time is.
 * 1. Take it up; somebody else may have, then there is nothing to do.
 * 2. Look through the dead-letter queue and send the chosen messages back, at the chosen rate; stop when cancelled.
 * 3. Look again until a whole look finds nothing to send and nobody holds what could be.
 * 4. Say that it is through, or let go of it for the next run.
 * Killed anywhere, a later run goes on: what was marked and is still there is sent again under the same id.
 * Answers whether it worked on it. Throws what queues and stores throw: the next run goes on.
 */
export async function runRedrive(
  ports: RedrivePorts,
  redriveId: string,
  isOver: () => boolean,
): Promise<boolean> {
  const hold = await takeUp(ports, redriveId);
  if (!hold) return false;
  const queue = ports.queues.all().find(({ name }) => name === hold.redrive.body.queue);
  if (!queue?.consumer) {
    await finish(ports, hold, `The queue ${hold.redrive.body.queue} is not deployed, or nothing works it.`);
    return true;
  }
  const quietAfter = { at: Number.POSITIVE_INFINITY };
  while (!isOver()) {
    const look = await lookOnce(ports, hold, queue, isOver);
    if (!look.stillOurs) return true;
    if (look.whole && look.sent === 0 && (await isThrough(ports, queue.name, quietAfter))) {
      await finish(ports, hold, allRefused(look));
      return true;
    }
    if (look.sent > 0) quietAfter.at = Number.POSITIVE_INFINITY;
  }
  await layDown(ports, hold);
  return true;
}

const allRefused = ({ failed }: Look): string | undefined =>
  failed > 0 ? `The queue refuses ${failed} messages; the log has its words.` : undefined;

async function lookOnce(
  ports: RedrivePorts,
  hold: Hold,
  queue: SourceQueue,
  isOver: () => boolean,
): Promise<Look> {
  let [sent, failed, skipped, stillOurs] = [0, 0, 0, true];
  const { perSecond } = hold.redrive.body;
  const pace = paceOf(ports, perSecond);
  const atOnce = Math.min(MESSAGES_PER_CALL, perSecond);
  const refused = refusedGroups(queue);
  const each = async (messages: readonly DeadMessage[]): Promise<readonly DeadMessage[]> => {
    const noted = await removeDecided(ports, queue.name, await noteSightings(ports, queue, messages));
    const chosen = noted.filter((one) => isChosen(hold.redrive.body, one));
    const staying = noted.filter((one) => !chosen.includes(one)).map(({ message }) => message);
    skipped += staying.length;
    for (const part of partsOf(chosen, atOnce)) {
      await pace(part.length);
      stillOurs &&= await isStillOurs(ports, hold);
      if (!stillOurs || isOver()) {
        staying.push(...part.map(({ message }) => message));
        continue;
      }
      const [open, shut] = refused.split(part);
      staying.push(...shut);
      const answer = await redriveBatch(ports, hold, open);
      refused.add(answer.failed);
      staying.push(...answer.staying);
      sent += answer.sent;
      failed += answer.failed.length + shut.length;
      stillOurs = answer.goOn;
    }
    if (stillOurs && isHalfOver(ports, hold)) stillOurs = await carryOn(ports, hold);
    return staying;
  };
  const over = (): boolean => isOver() || !stillOurs;
  const { whole } = await lookThrough(ports, {
    queue: queue.name,
    heldSeconds: HELD_SECONDS,
    isOver: over,
    each,
  });
  if (stillOurs) stillOurs = await carryOn(ports, hold, { skipped, failed });
  return { whole, sent, failed, stillOurs };
}

/** What was refused holds back everything behind it in its group until the next look, where the queue is FIFO. */
function refusedGroups({ fifo }: SourceQueue) {
  const groups = new Set<string | undefined>();
  return {
    add: (messages: readonly DeadMessage[]): void => {
      if (fifo) for (const { messageGroup } of messages) groups.add(messageGroup);
    },
    split: (part: readonly NotedMessage[]): readonly [readonly NotedMessage[], readonly DeadMessage[]] => [
      part.filter(({ message }) => !groups.has(message.messageGroup)),
      part.map(({ message }) => message).filter(({ messageGroup }) => groups.has(messageGroup)),
    ],
  };
}

/**
 * A message is chosen when it died before the redrive began and did not come back from it, is of the chosen ones, and
 * waits still.
 */
function isChosen({ id, selection, startedAt }: Redrive, { letter, message }: NotedMessage): boolean {
  if (letter.state !== 'waiting' || message.sentAt > startedAt) return false;
  if (message.attributes[REDRIVE_ATTRIBUTE]?.value === id) return false;
  if (selection.kind === 'some') return selection.ids.includes(letter.id);
  return selection.class === undefined || selection.class === letter.died.class;
}

/**
 * Whether nothing is left to wait for: nobody holds a message that could be a chosen one, or whoever did has had to
 * let go of it since the first look that found nothing.
 */
async function isThrough(
  { queues, clock, pause }: RedrivePorts,
  queue: string,
  quietAfter: { at: number },
): Promise<boolean> {
  const nowMs = Date.parse(clock.now());
  if (nowMs >= quietAfter.at) return true;
  const { held } = await queues.count(queue);
  if (held === 0) return true;
  quietAfter.at = Math.min(quietAfter.at, nowMs + (HELD_SECONDS + 1) * 1000);
  await pause(Math.min(LOOK_AGAIN_MS, Math.max(0, quietAfter.at - nowMs)));
  return false;
}

function partsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}
