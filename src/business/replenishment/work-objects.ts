import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { WorkObject } from '#core/canonical/forecast.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';

/** About how many characters are handed on at a time. */
const BLOCK = 256 * 1024;

/** The lines of an object of the work bucket, each checked; in bounded memory. Throws when there is no such object. */
export async function* readLines<Schema extends z.ZodType>(
  objects: ObjectStore,
  key: string,
  schema: Schema,
): AsyncGenerator<z.infer<Schema>> {
  for await (const line of textLines(objects, key)) yield schema.parse(JSON.parse(line));
}

/** The lines of a text object, without empty ones. */
export async function* textLines(objects: ObjectStore, key: string): AsyncGenerator<string> {
  const content = await objects.read('work', key);
  if (!content) throw new Error(`the work bucket has no ${key}: the step that writes it must run first`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const bytes of content) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

export async function readJson<Schema extends z.ZodType>(
  objects: ObjectStore,
  key: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const lines: string[] = [];
  for await (const line of textLines(objects, key)) lines.push(line);
  return schema.parse(JSON.parse(lines.join('\n')));
}

export const writeJson = (objects: ObjectStore, key: string, value: unknown): Promise<void> =>
  objects.write('work', key, Buffer.from(JSON.stringify(value)), { contentType: 'application/json' });

/** Write lines as they come, in bounded memory; the answer proves the object whole. */
export async function writeLines(
  objects: ObjectStore,
  key: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<WorkObject> {
  const hash = createHash('sha256');
  let rows = 0;
  async function* blocks(): AsyncGenerator<Uint8Array> {
    let text = '';
    for await (const line of lines) {
      text += `${line}\n`;
      rows += 1;
      if (text.length < BLOCK) continue;
      yield hashed(hash, text);
      text = '';
    }
    if (text !== '') yield hashed(hash, text);
  }
  await objects.write('work', key, blocks(), { contentType: 'application/x-ndjson' });
  return { key, sha256: hash.digest('hex'), rows };
}

function hashed(hash: ReturnType<typeof createHash>, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  hash.update(bytes);
  return bytes;
}
