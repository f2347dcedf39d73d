import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** One id from the first document to the last posting: on every record, event, message, log line and answer. */
export const correlationIdSchema = z.string().regex(/^[A-Za-z0-9._:-]{8,80}$/);
export type CorrelationId = string;

export const newCorrelationId = (): CorrelationId => `cor-${randomUUID()}`;

/** Who does something, for the audit record: a consumer of the API, a person, or one of our own functions. */
export interface Actor {
  readonly kind: 'consumer' | 'person' | 'function';
  readonly id: string;
}
