import type { CorrelationId } from '#core/kernel/correlation.ts';

/** Expands a gzip stream piece by piece; throws `GzipFault` when the stream is no whole gzip file. */
export type Gunzip = (compressed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export class GzipFault extends Error {
  override readonly name = 'GzipFault';
  /** The stream ended in its middle; otherwise it is damaged or no gzip at all. */
  readonly truncated: boolean;

  constructor(truncated: boolean, options?: ErrorOptions) {
    super(truncated ? 'the gzip stream ends too early' : 'the gzip stream is damaged', options);
    this.truncated = truncated;
  }
}

/** Starts the workflow of a release. One name starts once: a second start with it changes nothing and succeeds. */
export interface ReleaseWorkflow {
  start(
    name: string,
    input: { readonly documentId: string; readonly correlationId: CorrelationId },
  ): Promise<void>;
}
