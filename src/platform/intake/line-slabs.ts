import { FileRefused } from './file-refused.ts';
import type { IntakeLimits } from './limits.ts';

const NEWLINE = 10;

/** A run of whole lines as bytes. */
export interface Slab {
  readonly bytes: Uint8Array;
  /** Whether its last line has an end; only the last slab of a file can be without. */
  readonly ended: boolean;
}

/**
 * Cut a stream at line ends into slabs of at most twice the longest line, whatever pieces it comes in. A line that
 * is too long is refused as soon as that is known: nothing grows with it.
 */
export async function* lineSlabs(
  source: AsyncIterable<Uint8Array>,
  { lineBytes }: Pick<IntakeLimits, 'lineBytes'>,
): AsyncGenerator<Slab> {
  let carried: Uint8Array = new Uint8Array();
  for await (const whole of source) {
    for (let at = 0; at < whole.length; at += lineBytes) {
      const piece = whole.subarray(at, at + lineBytes);
      const end = piece.lastIndexOf(NEWLINE);
      if (end < 0) {
        if (carried.length + piece.length > lineBytes) throw tooLong(lineBytes);
        carried = joined(carried, piece);
        continue;
      }
      const bytes = joined(carried, piece.subarray(0, end + 1));
      refuseLongLines(bytes, lineBytes);
      yield { bytes, ended: true };
      // A copy, so that the piece it lies in can be let go.
      carried = Uint8Array.from(piece.subarray(end + 1));
    }
  }
  if (carried.length > 0) yield { bytes: carried, ended: false };
}

/** From line end to line end in steps as long as a line may be: one step usually passes over many lines. */
function refuseLongLines(bytes: Uint8Array, lineBytes: number): void {
  for (let start = 0; bytes.length - start > lineBytes; ) {
    const end = bytes.lastIndexOf(NEWLINE, start + lineBytes);
    if (end < start) throw tooLong(lineBytes);
    start = end + 1;
  }
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => (a.length === 0 ? b : Buffer.concat([a, b]));

const tooLong = (lineBytes: number): FileRefused =>
  new FileRefused('file-line-too-long', `a line is longer than ${lineBytes} bytes`);
