import { FileRefused } from './file-refused.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of whole lines; refuses what is not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FileRefused('file-encoding', 'the file holds bytes that are not UTF-8; save it as UTF-8');
  }
}

const LEAST = 4;

/**
 * Look at how a file begins before anything else is done with it: UTF-16, archives and workbooks are refused in so
 * many words. The bytes pass through unchanged.
 */
export async function* checkedBeginning(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let beginning: Uint8Array | undefined = new Uint8Array();
  for await (const piece of source) {
    if (!beginning) {
      yield piece;
      continue;
    }
    beginning = Buffer.concat([beginning, piece]);
    if (beginning.length < LEAST) continue;
    refuseForeign(beginning);
    yield beginning;
    beginning = undefined;
  }
  if (beginning && beginning.length > 0) {
    refuseForeign(beginning);
    yield beginning;
  }
}

function refuseForeign([first, second]: Uint8Array): void {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || !first || second === 0) {
    throw new FileRefused('file-encoding', 'the file is UTF-16; save it as UTF-8');
  }
  if (first === 0x50 && second === 0x4b) {
    throw new FileRefused('file-format', 'the file is a workbook or zip archive; export it as CSV');
  }
  if (first === 0x1f && second === 0x8b) {
    throw new FileRefused('file-format', 'the file is compressed; let its name end in .csv.gz');
  }
}

/** The bytes after a byte order mark of UTF-8, where there is one. */
export const withoutByteOrderMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
