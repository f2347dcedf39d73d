/** The port for whole files: what was dropped, the documents kept unchanged, and our own work objects. */
export interface ObjectStore {
  /** The bytes as they come; undefined when there is no such object. `range` is inclusive of neither more nor less. */
  read(
    bucket: Bucket,
    key: string,
    range?: { readonly offset: number; readonly length: number },
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
  size(bucket: Bucket, key: string): Promise<number | undefined>;
  /** What its writer noted on it, by lower-case name; undefined when there is no such object. */
  metadata(bucket: Bucket, key: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** Write an object in a stream, in bounded memory. Visible only when complete. */
  write(
    bucket: Bucket,
    key: string,
    content: AsyncIterable<Uint8Array> | Uint8Array,
    options?: WriteOptions,
  ): Promise<void>;
  /** A copy inside the store, without the bytes passing through here. */
  copy(from: ObjectAddress, to: ObjectAddress): Promise<void>;
  delete(bucket: Bucket, key: string): Promise<void>;
  /** A link with which the holder may fetch one object for so many seconds. */
  downloadLink(bucket: Bucket, key: string, seconds: number, fileName: string): Promise<string>;
}

export type Bucket = 'landing' | 'documents' | 'work';

export interface ObjectAddress {
  readonly bucket: Bucket;
  readonly key: string;
}

export interface WriteOptions {
  readonly contentType?: string;
  /** Names in lower case, values in printable ASCII; at most 2 KB together. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What S3 takes as a key and as metadata; throws a RangeError for anything else, as every store does. */
export function checkAddress(key: string, { metadata = {} }: WriteOptions = {}): void {
  const keyBytes = new TextEncoder().encode(key).length;
  if (keyBytes < 1 || keyBytes > 1024)
    throw new RangeError(`an object key of ${keyBytes} bytes; 1 to 1024 are taken`);
  const entries = Object.entries(metadata);
  const unfit = entries.find(([name, value]) => !/^[a-z0-9-]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value));
  if (unfit) throw new RangeError(`metadata ${unfit[0]} is not lower-case ASCII with printable ASCII text`);
  const metadataBytes = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (metadataBytes > 2048) throw new RangeError(`metadata of ${metadataBytes} bytes; 2048 are taken`);
}
