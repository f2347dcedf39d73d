import * as z from 'zod';
import type { Carried } from '#core/canonical/dead-letter.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import { envelopeSchema } from '#events/envelope.ts';
import { objectCreatedSchema } from '../intake/object-created.ts';

/** What can be told of a message by its text alone. */
export interface ReadMessage {
  readonly carries: Carried;
  readonly about?: CorrelationId;
}

const ourEvent = z.looseObject({ 'detail-type': z.string(), detail: envelopeSchema });
const wake = z.looseObject({ effectId: z.string().min(1), correlationId: correlationIdSchema.optional() });
/** What Lambda reports of a batch of a table's stream that it gave up. */
const lostBatch = z.looseObject({
  DDBStreamBatchInfo: z.looseObject({ batchSize: z.number(), streamArn: z.string() }),
});

/** Say what a message carries, in the words of the business; what is none of ours is `other`. */
export function readMessage(body: string): ReadMessage {
  const content = parsedJson(body);
  const event = ourEvent.safeParse(content);
  if (event.success) return readEvent(event.data);
  const file = objectCreatedSchema.safeParse(content);
  if (file.success) return { carries: { kind: 'file', name: shortened(file.data.detail.object.key) } };
  const posting = wake.safeParse(content);
  if (posting.success) {
    const { effectId, correlationId } = posting.data;
    const carries = { kind: 'posting', name: shortened(`posting ${effectId}`) } as const;
    return correlationId === undefined ? { carries } : { carries, about: correlationId };
  }
  const batch = lostBatch.safeParse(content);
  if (batch.success) {
    const { batchSize, streamArn } = batch.data.DDBStreamBatchInfo;
    const table = /table\/([^/]+)/.exec(streamArn)?.[1] ?? 'a table';
    return { carries: { kind: 'stream', name: shortened(`${batchSize} changes of ${table}`) } };
  }
  const name = content === undefined ? 'a message that is no JSON' : 'a message that is none of ours';
  return { carries: { kind: 'other', name } };
}

/** `crossdock.order-placed.v1` of `order-ledger/led-1/7`. */
function readEvent({ 'detail-type': type, detail }: z.infer<typeof ourEvent>): ReadMessage {
  const name = /^crossdock\.(.+)\.v\d+$/.exec(type)?.[1] ?? type;
  const recordType = detail.id.split('/')[0] ?? '';
  const recordId = idSchema.safeParse(detail.subject);
  return {
    carries: {
      kind: 'event',
      name: shortened(name),
      ...(recordType.length > 0 && recordType.length <= 40 ? { recordType } : {}),
      ...(recordId.success ? { recordId: recordId.data } : {}),
      sequence: Number(detail.sequence),
    },
    about: detail.correlationid,
  };
}

const shortened = (text: string): string => text.slice(0, 300);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
