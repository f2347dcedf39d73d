import type { DeadLetter } from '#core/canonical/dead-letter.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';

/** As much of a message as is shown. */
const SHOWN_BYTES = 200 * 1024;

export interface ShownBody {
  /** JSON is indented where the whole is shown. */
  readonly message: string;
  readonly truncated: boolean;
}

/** The whole body as it was kept; undefined when the object is not there. */
export async function readBody(
  objects: Pick<ObjectStore, 'read'>,
  { body: { key } }: Pick<DeadLetter, 'body'>,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<string | undefined> {
  const range = Number.isFinite(mostBytes) ? { offset: 0, length: mostBytes } : undefined;
  const content = await objects.read('documents', key, range);
  if (!content) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return new TextDecoder().decode(Buffer.concat(pieces));
}

/** The beginning of a dead letter's message, for people. */
export async function showBody(
  objects: Pick<ObjectStore, 'read'>,
  letter: Pick<DeadLetter, 'body'>,
): Promise<ShownBody> {
  const text = await readBody(objects, letter, SHOWN_BYTES);
  const truncated = letter.body.sizeBytes > SHOWN_BYTES;
  return { message: truncated ? (text ?? '') : indented(text ?? ''), truncated };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
