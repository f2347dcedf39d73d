import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '#adapters/gzip/gunzip.ts';
import { GzipFault } from '#platform/intake/ports.ts';

async function* pieces(bytes: Uint8Array, size = 5): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function expanded(source: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(gunzip(source))).toString();
}

describe('gunzip', () => {
  it('[B1] expands whatever pieces it comes in', async () => {
    const text = 'one line\n'.repeat(500);
    expect(await expanded(pieces(gzipSync(text)))).toBe(text);
    expect(await expanded(pieces(gzipSync(text), 100_000))).toBe(text);
  });

  it('[B1] tells a stream that ends too early from a damaged one', async () => {
    const whole = gzipSync('one line\n'.repeat(500));
    await expect(expanded(pieces(whole.subarray(0, 20)))).rejects.toEqual(new GzipFault(true));
    await expect(expanded(pieces(Buffer.from('no gzip at all')))).rejects.toEqual(new GzipFault(false));
  });

  it('[B1] reads little ahead, and lets its source go when nobody reads on', async () => {
    let given = 0;
    let released = false;
    const endless = async function* () {
      const piece = gzipSync(Buffer.alloc(1_000_000));
      try {
        for (;;) {
          given += piece.length;
          yield piece;
        }
      } finally {
        released = true;
      }
    };
    let seen = 0;
    for await (const piece of gunzip(endless())) {
      seen += piece.length;
      if (seen > 3_000_000) break;
    }
    await new Promise(setImmediate);
    expect(given).toBeLessThan(128 * 1024);
    expect(released).toBe(true);
  });

  it('[O7] passes on a failure of its source as it is', async () => {
    const broken = async function* () {
      yield gzipSync('x').subarray(0, 5);
      throw new Error('socket hang up');
    };
    await expect(expanded(broken())).rejects.toThrow('socket hang up');
  });
});
