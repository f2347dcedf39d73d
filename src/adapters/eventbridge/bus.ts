import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { awsClient } from '#adapters/aws-client.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import type { EventEnvelope } from '#events/envelope.ts';
import type { EventBus, PublishOutcome } from '#platform/journal/ports.ts';

/** What one PutEvents call takes: ten entries, 256 KB of time, source, detail type and detail together. */
const entriesPerCall = 10;
const bytesPerCall = 256 * 1024;
const bytesOfTime = 14;

export interface EventBridgeBusOptions {
  readonly client?: EventBridgeClient;
  readonly busName?: string;
}

/** The bus in EventBridge: detail type is the event's type, the detail its whole CloudEvents envelope. */
export function eventBridgeBus(options: EventBridgeBusOptions = {}): EventBus {
  const client = options.client ?? eventBridgeClient();
  const busName = options.busName ?? environmentVariable('EVENT_BUS_NAME');
  return {
    publish: async (envelopes) => {
      const outcomes: PublishOutcome[] = [];
      for (const call of callsOf(envelopes.map((envelope) => entryOf(envelope, busName)))) {
        outcomes.push(...(await put(client, call)));
      }
      return outcomes;
    },
  };
}

let shared: EventBridgeClient | undefined;

function eventBridgeClient(): EventBridgeClient {
  shared ??= awsClient(
    new EventBridgeClient({
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    }),
  );
  return shared;
}

const entryOf = (envelope: EventEnvelope, EventBusName: string): PutEventsRequestEntry => ({
  EventBusName,
  Source: envelope.source,
  DetailType: envelope.type,
  Detail: JSON.stringify(envelope),
  Time: new Date(envelope.time),
});

/** Entries in calls that fit: in order, as many as may go together. */
export function callsOf(entries: readonly PutEventsRequestEntry[]): readonly PutEventsRequestEntry[][] {
  const calls: PutEventsRequestEntry[][] = [];
  let open: PutEventsRequestEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    if (open.length === entriesPerCall || (open.length > 0 && bytes + size > bytesPerCall)) {
      calls.push(open);
      open = [];
      bytes = 0;
    }
    open.push(entry);
    bytes += size;
  }
  return open.length > 0 ? [...calls, open] : calls;
}

const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  bytesOfTime + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

/** A call that fails as a whole is an outcome of each of its entries: the others of the batch still go out. */
async function put(
  client: EventBridgeClient,
  entries: readonly PutEventsRequestEntry[],
): Promise<readonly PublishOutcome[]> {
  try {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
    return entries.map((_, index) => {
      const { EventId, ErrorCode } = Entries[index] ?? {};
      return EventId && !ErrorCode
        ? { accepted: true }
        : { accepted: false, reason: ErrorCode ?? 'NoAnswer' };
    });
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'UnknownError';
    return entries.map(() => ({ accepted: false, reason }));
  }
}
