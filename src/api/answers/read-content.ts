import type * as z from 'zod';
import type { Clock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { content } from '../resources/content.ts';
import { readBeginning } from './read-beginning.ts';

const LINK_SECONDS = 300;

export interface ContentPorts {
  readonly objects: Pick<ObjectStore, 'downloadLink' | 'read' | 'size'>;
  readonly clock: Clock;
}

/** Bytes as text, as the writer meant them; the bytes may end in the middle of a character. */
export type Decode = (bytes: Uint8Array) => string;

/**
 * The beginning of what is kept under a key of the documents bucket, as text where it is text, and a link to the whole
 * of it under the name it came with; undefined when it is gone.
 */
export async function readContent(
  { objects, clock }: ContentPorts,
  { contentKey, fileName }: { readonly contentKey: string; readonly fileName: string },
  decode: Decode = plainText,
): Promise<z.infer<typeof content> | undefined> {
  const beginning = await readBeginning(objects, 'documents', contentKey);
  if (!beginning) return undefined;
  const { bytes, truncated, sizeBytes } = beginning;
  const name = fileName.split('/').at(-1) || 'content';
  const url = await objects.downloadLink('documents', contentKey, LINK_SECONDS, name);
  const expiresAt = new Date(Date.parse(clock.now()) + LINK_SECONDS * 1000).toISOString();
  return { ...(isText(bytes) && { text: decode(bytes) }), truncated, sizeBytes, url, expiresAt };
}

/** UTF-8, and ISO 8859-1 where it is not that. */
export function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** No text has this byte; what is compressed or binary has it soon. */
const isText = (bytes: Uint8Array): boolean => !bytes.includes(0);
