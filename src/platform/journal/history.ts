import type { HistoryEntry } from '#core/kernel/records.ts';
import type { EventEnvelope } from '#events/envelope.ts';

/** A committed event as the history of its record tells it. */
export const historyEntry = ({ sequence, time, type, data, correlationid }: EventEnvelope): HistoryEntry => ({
  sequence: Number(sequence),
  at: time,
  event: eventName(type),
  data: structuredClone(data),
  correlationId: correlationid,
});

/** `crossdock.item-changed.v1` is `item-changed`. */
export const eventName = (type: string): string => type.replace(/^crossdock\./, '').replace(/\.v\d+$/, '');
