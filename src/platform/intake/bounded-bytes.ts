import { FileRefused } from './file-refused.ts';
import type { IntakeLimits } from './limits.ts';
import { type Gunzip, GzipFault } from './ports.ts';

/** Below this a ratio says nothing: the first bytes of a stream may stand for many. */
const LEAST_COUNTED = 64 * 1024;

/** The bytes of a file, expanded where they are compressed, never more of them than the limits allow. */
export async function* boundedBytes(
  source: AsyncIterable<Uint8Array>,
  compressedBy: 'gzip' | undefined,
  gunzip: Gunzip,
  limits: IntakeLimits,
): AsyncGenerator<Uint8Array> {
  if (!compressedBy) {
    yield* counted(source, limits, () => Number.POSITIVE_INFINITY);
    return;
  }
  let taken = 0;
  const compressed = counted(
    source,
    limits,
    () => Number.POSITIVE_INFINITY,
    (bytes) => {
      taken += bytes;
    },
  );
  const most = () => Math.max(taken, LEAST_COUNTED) * limits.expansion;
  try {
    yield* counted(gunzip(compressed), limits, most);
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error;
    throw error.truncated
      ? new FileRefused('file-truncated', 'the gzip stream ends in its middle')
      : new FileRefused('file-compression', 'the content is no whole gzip stream');
  }
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  limits: IntakeLimits,
  mostExpanded: () => number,
  seen: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    seen(piece.length);
    if (total > limits.fileBytes) {
      throw new FileRefused('file-too-large', `the file has more than ${limits.fileBytes} bytes`);
    }
    if (total > mostExpanded()) {
      const detail = `the file expands to more than ${limits.expansion} times its size`;
      throw new FileRefused('file-compression', detail);
    }
    yield piece;
  }
}
