import { type Bucket, checkAddress, type ObjectStore } from '#core/kernel/objects.ts';

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface MemoryObjects extends ObjectStore {
  /** Keys of a bucket in order, those that begin with `prefix`. */
  keys(bucket: Bucket, prefix?: string): readonly string[];
  /** The whole object as UTF-8 text; throws when there is none. */
  text(bucket: Bucket, key: string): string;
  /** Put text as it is. */
  putText(bucket: Bucket, key: string, text: string): void;
}

/** Objects in memory, read in pieces of `chunkBytes` (small ones find faults at the seams). */
export function memoryObjects({ chunkBytes = 64 * 1024 } = {}): MemoryObjects {
  const objects = new Map<string, StoredObject>();
  const put = (bucket: Bucket, key: string, object: StoredObject) => {
    objects.set(address(bucket, key), object);
  };
  return {
    read: async (bucket, key, range) => {
      const found = objects.get(address(bucket, key));
      if (!found) return undefined;
      const { offset, length } = range ?? { offset: 0, length: found.bytes.length };
      return pieces(found.bytes.subarray(offset, offset + length), chunkBytes);
    },
    size: async (bucket, key) => objects.get(address(bucket, key))?.bytes.length,
    metadata: async (bucket, key) => objects.get(address(bucket, key))?.metadata,
    write: async (bucket, key, content, options = {}) => {
      checkAddress(key, options);
      const bytes = content instanceof Uint8Array ? Uint8Array.from(content) : await collect(content);
      const { contentType = 'application/octet-stream', metadata = {} } = options;
      put(bucket, key, { bytes, contentType, metadata: { ...metadata } });
    },
    copy: async (from, to) => {
      checkAddress(to.key);
      const found = objects.get(address(from.bucket, from.key));
      if (!found) throw new Error(`no object ${from.bucket}/${from.key} to copy`);
      put(to.bucket, to.key, found);
    },
    delete: async (bucket, key) => {
      objects.delete(address(bucket, key));
    },
    downloadLink: async (bucket, key, seconds, fileName) =>
      `memory://${bucket}/${key}?seconds=${seconds}&file=${encodeURIComponent(fileName)}`,
    keys: (bucket, prefix = '') => {
      const start = address(bucket, prefix);
      const found = [...objects.keys()].filter((name) => name.startsWith(start));
      return found.map((name) => name.slice(bucket.length + 1)).sort();
    },
    text: (bucket, key) => {
      const found = objects.get(address(bucket, key));
      if (!found) throw new Error(`no object ${bucket}/${key}`);
      return new TextDecoder('utf-8', { fatal: true }).decode(found.bytes);
    },
    putText: (bucket, key, text) =>
      put(bucket, key, { bytes: Buffer.from(text), contentType: 'text/plain', metadata: {} }),
  };
}

const address = (bucket: Bucket, key: string): string => `${bucket}/${key}`;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
}
