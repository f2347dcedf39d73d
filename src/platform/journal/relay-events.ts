import type { EventBus, Outbox, OutboxEvent } from './ports.ts';

export interface RelayPorts {
  readonly bus: EventBus;
  readonly outbox: Outbox;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface Unsent {
  readonly event: OutboxEvent;
  /** The bus's error code, or why it could not be marked. */
  readonly reason: string;
}

/** Waits between the attempts, in milliseconds; after the last one the sweep takes over. */
const waits = [100, 400] as const;

/**
 * Send committed events to the bus, at least once.
 * 1. Publish all of them, in order.
 * 2. Try again, a few times, what the bus did not take.
 * 3. Mark what it took: only then does it leave the outbox.
 *
 * Answers those that are still to be sent. An event that was taken and could not be marked is sent again by the
 * sweep: consumers know it by its id.
 */
export async function relayEvents(
  events: readonly OutboxEvent[],
  { bus, outbox, pause }: RelayPorts,
): Promise<readonly Unsent[]> {
  let open: readonly Unsent[] = events.map((event) => ({ event, reason: 'NotTried' }));
  const taken: OutboxEvent[] = [];
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const tried = open.map(({ event }) => event);
    const outcomes = await bus.publish(tried.map(({ envelope }) => envelope));
    const left: Unsent[] = [];
    for (const [index, event] of tried.entries()) {
      const outcome = outcomes[index] ?? { accepted: false, reason: 'NoAnswer' };
      if (outcome.accepted) taken.push(event);
      else left.push({ event, reason: outcome.reason });
    }
    open = left;
    const wait = waits[attempt];
    if (wait === undefined) break;
    if (open.length > 0) await pause(wait);
  }
  await Promise.allSettled(taken.map((event) => outbox.markSent(event)));
  return open;
}
