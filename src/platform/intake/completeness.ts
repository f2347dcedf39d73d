/** Whether a file is whole: what its trailer and its manifest say, against what was read. */
import * as z from 'zod';
import { FileRefused } from './file-refused.ts';

const HASH_SIGN = 0x23;
const NEWLINE = 10;

/** What a manifest dropped beside a file says of it: rows, and the SHA-256 of the file as dropped. */
export const fileManifestSchema = z
  .strictObject({
    rows: z.int().min(0).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(({ rows, sha256 }) => rows !== undefined || sha256 !== undefined, 'says neither rows nor sha256');
export type FileManifest = z.infer<typeof fileManifestSchema>;

/** What the last line of a file says of the lines before it; the hash is over all bytes before the trailer. */
export interface Trailer {
  readonly rows?: number;
  readonly sha256?: string;
}

/** Read a trailer line; undefined when it is none or a damaged one. */
export function parseTrailer(line: string): Trailer | undefined {
  const match = /^#(?:rows=(\d{1,9})(?:,sha256=([0-9a-f]{64}))?|sha256=([0-9a-f]{64}))\r?\n?$/.exec(line);
  if (!match) return undefined;
  const [, rows, after, alone] = match;
  const sha256 = after ?? alone;
  return { ...(rows !== undefined && { rows: Number(rows) }), ...(sha256 !== undefined && { sha256 }) };
}

/**
 * Where a trailer line begins in whole lines, or -1. Whatever begins like a trailer is one: a damaged trailer must
 * not pass for a bad row.
 */
export function trailerStart(bytes: Uint8Array): number {
  if (!bytes.includes(HASH_SIGN)) return -1;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf(HASH_SIGN); at >= 0; at = text.indexOf(HASH_SIGN, at + 1)) {
    const begins = at === 0 || bytes[at - 1] === NEWLINE;
    if (begins && /^#(?:rows|sha256)=/.test(text.toString('latin1', at, at + 8))) return at;
  }
  return -1;
}

/** What was found in a file by its end. */
export interface Found {
  readonly rows: number;
  /** SHA-256 of the bytes before the trailer. */
  readonly sha256BeforeTrailer: string;
  /** SHA-256 of the file as dropped. */
  readonly sha256: string;
  /** Whether the last line has an end. */
  readonly ended: boolean;
  readonly trailer: Trailer | undefined;
  readonly manifest: FileManifest | undefined;
}

/**
 * Refuse a file that is not proved whole. A last row without a line end may be half a row: it is taken only where
 * the manifest's hash agrees.
 */
export function refuseIncomplete(found: Found): void {
  const { rows, trailer, manifest } = found;
  if (trailer?.rows !== undefined && trailer.rows !== rows) {
    throw truncated(`its trailer says ${trailer.rows} rows and it has ${rows}`);
  }
  if (trailer?.sha256 !== undefined && trailer.sha256 !== found.sha256BeforeTrailer) {
    throw truncated('its content does not have the hash that its trailer says');
  }
  if (manifest?.rows !== undefined && manifest.rows !== rows) {
    throw truncated(`its manifest says ${manifest.rows} rows and it has ${rows}`);
  }
  if (manifest?.sha256 !== undefined && manifest.sha256 !== found.sha256) {
    throw truncated('its content does not have the hash that its manifest says');
  }
  if (!found.ended && !trailer && manifest?.sha256 === undefined) {
    throw truncated('its last line has no end, so it may have been cut');
  }
}

const truncated = (detail: string): FileRefused => new FileRefused('file-truncated', detail);
