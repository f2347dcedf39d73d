import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, unwrap } from '#core/kernel/result.ts';
import type { DeadLetterPorts } from './ports.ts';
import { SEEN_AGAIN_MS } from './sight.ts';
import { settledEvent } from './tell.ts';

/** Unseen for a quarter of an hour at least: what is seen is written down every five minutes. */
const GONE_AFTER_MS = 15 * 60_000 + SEEN_AGAIN_MS;
const PAGE = 200;

/**
 * After a look through a whole queue: what waits by its record and was not there, for a quarter of an hour, left
 * without us: redriven or deleted by AWS's own means, or past its retention. What a redrive of ours had in hand when
 * it broke off was sent. Answers how many.
 */
export async function noticeGone(
  ports: DeadLetterPorts,
  queue: string,
  seen: ReadonlySet<string>,
): Promise<number> {
  let gone = 0;
  let cursor: string | undefined;
  const scope = `${queue}#waiting`;
  do {
    const page = await ports.records.list('dead-letter', {
      list: 'dead-letters-by-queue',
      scope,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { id, body } of page.entries) {
      if (!seen.has(id) && isGone(body, ports.clock.now()) && (await noteGone(ports, id))) gone += 1;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return gone;
}

const isGone = ({ state, lastSeenAt }: DeadLetter, now: string): boolean =>
  state === 'waiting' && Date.parse(now) - Date.parse(lastSeenAt) > GONE_AFTER_MS;

/** The list may lag: the record decides. */
const noteGone = async ({ records, clock }: DeadLetterPorts, id: string): Promise<boolean> =>
  unwrap(
    await decideAgain(async () => {
      const stored = await records.get('dead-letter', id);
      if (!stored || !isGone(stored.body, clock.now())) return ok(false);
      const body = left(stored);
      const committed = await records.commit({
        changes: [{ type: 'dead-letter', id, expect: stored.version, body, events: [settledEvent(body)] }],
        correlationId: stored.correlationId,
      });
      return committed.ok ? ok(true) : committed;
    }),
  );

function left({ body }: StoredRecord<'dead-letter'>): DeadLetter {
  const last = body.redrives.at(-1);
  const wasInHand = last !== undefined && last.at >= body.lastSeenAt;
  return { ...body, state: wasInHand ? 'redriven' : 'gone' };
}
