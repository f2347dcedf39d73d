import { createHash } from 'node:crypto';
import type { Document } from '#core/canonical/document.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { boundedBytes } from './bounded-bytes.ts';
import { parseTrailer, refuseIncomplete, type Trailer, trailerStart } from './completeness.ts';
import { csvRows } from './csv-rows.ts';
import { checkedBeginning, decodeText, withoutByteOrderMark } from './decode-text.ts';
import { formatOf } from './file-format.ts';
import { FileRefused } from './file-refused.ts';
import { type IntakeLimits, intakeLimits } from './limits.ts';
import { lineSlabs, type Slab } from './line-slabs.ts';
import { readManifest } from './manifest.ts';
import { ndjsonRows } from './ndjson-rows.ts';
import type { Gunzip } from './ports.ts';
import type { Row, RowParser, TableShape } from './table.ts';

export interface ReadPorts {
  readonly objects: ObjectStore;
  readonly gunzip: Gunzip;
}

type KeptFile = Pick<Document, 'contentKey' | 'manifestKey' | 'fileName' | 'sizeBytes' | 'sha256'>;
type TakeRows = (rows: readonly Row[]) => Promise<void>;

/**
 * Read the rows of a kept file once, in memory that does not grow with it.
 * 1. Expand it where its name says it is compressed, within the limits.
 * 2. Cut it at line ends, decode, and parse by its format; rows go out in batches.
 * 3. At its end compare with trailer and manifest.
 *
 * Problems `file-…`: the file as a whole cannot be trusted, and nothing given so far may count.
 */
export async function readRows(
  { objects, gunzip }: ReadPorts,
  file: KeptFile,
  shape: TableShape,
  onRows: TakeRows,
  limits: IntakeLimits = intakeLimits,
): Promise<Result<{ readonly rows: number }>> {
  try {
    const format = formatOf(file.fileName);
    if (!format)
      throw new FileRefused('file-format', `the name ${file.fileName} ends in none of the formats`);
    const content = await objects.read('documents', file.contentKey);
    if (!content) throw new FileRefused('file-missing', `the content of ${file.fileName} is not there`);
    refuseSize(file, limits);
    const manifest = await readManifest(objects, file.manifestKey);
    const bytes = boundedBytes(whole(content, file.sizeBytes), format.compressedBy, gunzip, limits);
    const parser = format.rows === 'csv' ? csvRows(shape, limits.columns) : ndjsonRows(shape);
    const reading = newReading(parser, limits.rows);
    for await (const slab of lineSlabs(checkedBeginning(bytes), limits)) await take(reading, slab, onRows);
    if (reading.line === 1) throw new FileRefused('file-empty', `${file.fileName} has no content`);
    const { rows, ended, trailer } = reading;
    const sha256BeforeTrailer = reading.hash.digest('hex');
    refuseIncomplete({ rows, ended, trailer, manifest, sha256BeforeTrailer, sha256: file.sha256 });
    if (rows === 0) throw new FileRefused('file-without-rows', `${file.fileName} has no row`);
    return ok({ rows });
  } catch (error) {
    if (error instanceof FileRefused) return fail(error.problem);
    throw error;
  }
}

function refuseSize({ sizeBytes, fileName }: KeptFile, { fileBytes }: IntakeLimits): void {
  if (sizeBytes === 0) throw new FileRefused('file-empty', `${fileName} has no bytes`);
  if (sizeBytes <= fileBytes) return;
  throw new FileRefused(
    'file-too-large',
    `${fileName} has ${sizeBytes} bytes; at most ${fileBytes} are read`,
  );
}

interface Reading {
  readonly parser: RowParser;
  readonly maximumRows: number;
  /** Over all bytes before the trailer. */
  readonly hash: ReturnType<typeof createHash>;
  /** Number of the next line. */
  line: number;
  rows: number;
  ended: boolean;
  trailer: Trailer | undefined;
}

const newReading = (parser: RowParser, maximumRows: number): Reading => ({
  parser,
  maximumRows,
  hash: createHash('sha256'),
  line: 1,
  rows: 0,
  ended: true,
  trailer: undefined,
});

async function take(reading: Reading, { bytes, ended }: Slab, onRows: TakeRows): Promise<void> {
  if (reading.trailer) return refuseAfterTrailer(bytes);
  const start = trailerStart(bytes);
  const body = start < 0 ? bytes : bytes.subarray(0, start);
  reading.hash.update(body);
  if (start < 0) reading.ended = ended;
  if (body.length > 0) await takeBody(reading, body, start < 0 && !ended, onRows);
  if (start >= 0) takeTrailer(reading, bytes.subarray(start));
}

async function takeBody(reading: Reading, body: Uint8Array, open: boolean, onRows: TakeRows): Promise<void> {
  const first = reading.line === 1;
  const decoded = decodeText(first ? withoutByteOrderMark(body) : body);
  const text = open ? `${decoded}\n` : decoded;
  if (first && text.trim() === '' && open) return;
  const { rows, lines } = reading.parser.parse(text, reading.line);
  reading.line += lines;
  reading.rows += rows.length;
  if (reading.rows > reading.maximumRows) {
    throw new FileRefused('file-too-large', `the file has more than ${reading.maximumRows} rows`);
  }
  if (rows.length > 0) await onRows(rows);
}

function takeTrailer(reading: Reading, bytes: Uint8Array): void {
  const end = bytes.indexOf(10) + 1 || bytes.length;
  reading.trailer = parseTrailer(Buffer.from(bytes.subarray(0, end)).toString('latin1'));
  if (!reading.trailer) throw new FileRefused('file-truncated', 'its trailer is damaged or cut');
  refuseAfterTrailer(bytes.subarray(end));
}

function refuseAfterTrailer(bytes: Uint8Array): void {
  if (Buffer.from(bytes).toString('latin1').trim() === '') return;
  throw new FileRefused(
    'file-truncated',
    'lines follow its trailer, so it is not the file that was exported',
  );
}

/** The store must give every byte it was given: less is a broken transfer, to be tried again, and no broken file. */
async function* whole(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of content) {
    read += piece.length;
    yield piece;
  }
  if (read !== size) throw new Error(`read ${read} of ${size} bytes of a kept document`);
}
