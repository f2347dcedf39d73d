import { sha256 } from '#core/kernel/identifiers.ts';
import type { EventEnvelope } from '#events/envelope.ts';

/** What marks an event as one that was sent again: CloudEvents extension attributes. */
export interface ReplayMark {
  readonly replayid: string;
  readonly replayedby: string;
}

/** Where a queue is. */
export interface QueuePlace {
  readonly account: string;
  readonly region: string;
}

/** A message as EventBridge puts it into a queue; account and region are those of the queue. */
export interface DeliveredEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: EventEnvelope & ReplayMark;
}

/**
 * An event as the bus would deliver it, with the mark of its replay. The same event of the same replay is the same
 * message to the letter, however often it is sent.
 */
export function asDelivered(
  envelope: EventEnvelope,
  mark: ReplayMark,
  { account, region }: QueuePlace,
): DeliveredEvent {
  return {
    version: '0',
    id: uuidOf(`${mark.replayid} ${envelope.id}`),
    'detail-type': envelope.type,
    source: envelope.source,
    account,
    // EventBridge tells seconds.
    time: `${envelope.time.slice(0, 19)}Z`,
    region,
    resources: [],
    detail: { ...envelope, ...mark },
  };
}

/** A UUID (RFC 9562, version 8) that the same text always gives. */
function uuidOf(text: string): string {
  const hex = sha256(text);
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
