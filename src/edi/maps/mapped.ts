import type { Segment } from '../codec/segment.ts';

/** One thing a map has to say about a place in a transaction. */
export interface Finding {
  /** Position of the segment in the transaction, its header being 1; 0 when it concerns the whole. */
  readonly position: number;
  /** Tag of the segment; empty for the whole. */
  readonly segment: string;
  /** Position of the element in its segment, from 1. */
  readonly element?: number;
  /** Position of the component in its composite, from 1. */
  readonly component?: number;
  /** The value, cut to 99 characters. */
  readonly value?: string;
  /** Plain words. */
  readonly message: string;
}

/**
 * What a map made of a transaction: the document, or the faults that keep it from being one. `unmapped` lists every
 * value that was sent and that the document does not hold.
 */
export type Mapped<T> =
  | { readonly ok: true; readonly document: T; readonly unmapped: readonly Finding[] }
  | { readonly ok: false; readonly faults: readonly Finding[]; readonly unmapped: readonly Finding[] };

/** What a map made of a document to send: the body between header and trailer, or why there is none. */
export type MappedOut =
  | { readonly ok: true; readonly body: readonly Segment[] }
  | { readonly ok: false; readonly faults: readonly Finding[] };
