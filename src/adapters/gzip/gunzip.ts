import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Gunzip, GzipFault } from '#platform/intake/ports.ts';

/** Gzip by zlib, several members one after the other included; at most a few pieces are held at a time. */
export const gunzip: Gunzip = async function* (compressed) {
  const expanded = createGunzip();
  // The callback only keeps a failure from being thrown aside; whoever reads `expanded` gets it.
  pipeline(Readable.from(compressed, { objectMode: true, highWaterMark: 1 }), expanded, () => undefined);
  try {
    yield* expanded;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw new GzipFault(true, { cause: error });
    if (code.startsWith('Z_')) throw new GzipFault(false, { cause: error });
    throw error;
  }
};
