import type { Clock } from '#core/kernel/clock.ts';
import { limits } from './model.ts';
import type { OutboxEvent } from './ports.ts';
import { type RelayPorts, relayEvents } from './relay-events.ts';

export interface StragglerPorts extends RelayPorts {
  readonly clock: Clock;
  /** Milliseconds this run has left; it stops at a page boundary before they are used up. */
  readonly remaining: () => number;
}

export interface Swept {
  readonly sent: number;
  /** Left for the next run: the bus did not take them. */
  readonly unsent: number;
  /** How long the oldest one found had waited. Zero when nothing had. */
  readonly oldestSeconds: number;
}

const olderThanMs = 30_000;
const pageSize = 100;
const stopBeforeMs = 10_000;

/**
 * Send what the stream did not: events older than half a minute that no bus confirmed.
 * 1. Read each shard of the outbox from its oldest event.
 * 2. Relay page by page until there is no more or no time.
 *
 * What the bus refuses stays where it is and does not hold up what comes after it.
 */
export async function relayStragglers(ports: StragglerPorts): Promise<Swept> {
  const now = Date.parse(ports.clock.now());
  const before = new Date(now - olderThanMs).toISOString();
  let swept: Swept = { sent: 0, unsent: 0, oldestSeconds: 0 };
  for (let shard = 0; shard < limits.outboxShards; shard += 1) {
    let last: OutboxEvent | undefined;
    do {
      if (ports.remaining() < stopBeforeMs) return swept;
      const page = await ports.outbox.pending(shard, before, pageSize, last);
      const unsent = await relayEvents(page, ports);
      const oldest = page[0];
      const age = oldest ? (now - Date.parse(oldest.envelope.time)) / 1000 : 0;
      swept = {
        sent: swept.sent + page.length - unsent.length,
        unsent: swept.unsent + unsent.length,
        oldestSeconds: Math.max(swept.oldestSeconds, age),
      };
      last = page.length < pageSize ? undefined : page.at(-1);
    } while (last);
  }
  return swept;
}
