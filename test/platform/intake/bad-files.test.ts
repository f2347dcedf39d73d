import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '#adapters/gzip/gunzip.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { readRows } from '#platform/intake/read-rows.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { FILE, read, refusal } from './read.ts';

const HEADER = 'item,week,quantity\n';
const MEBIBYTE = 1024 * 1024;

describe('a file that cannot be trusted is refused as a whole', () => {
  it('[B1] an empty file', async () => {
    expect(await refusal('')).toBe('file-empty');
    expect(await refusal('\uFEFF')).toBe('file-empty');
    expect(await refusal(gzipSync(''), { name: 'a.csv.gz' })).toBe('file-empty');
  });

  it('[B1] a header and no rows', async () => {
    expect(await refusal(HEADER)).toBe('file-without-rows');
    expect(await refusal(`${HEADER}\n\n#rows=0\n`)).toBe('file-without-rows');
  });

  it('[B1] an unknown column', async () => {
    const { problem } = await read('item,week,quantity,price\nA,w,1,2\n');
    expect(problem).toMatchObject({
      code: 'file-header',
      detail: 'the header does not fit: unknown: "price"',
    });
  });

  it('[B1] a missing column', async () => {
    const { problem } = await read('item,week\nA,w\n');
    expect(problem).toMatchObject({
      code: 'file-header',
      detail: 'the header does not fit: missing: "quantity"',
    });
  });

  it('[B1] a column that is there twice', async () => {
    const { problem } = await read('item,week,quantity,item\nA,w,1,B\n');
    expect(problem).toMatchObject({
      code: 'file-header',
      detail: 'the header does not fit: twice there: "item"',
    });
  });

  it('[B1] a __proto__ column', async () => {
    const { problem } = await read('item,week,quantity,__proto__\nA,w,1,x\n');
    expect(problem).toMatchObject({ code: 'file-header', detail: expect.stringContaining('"__proto__"') });
  });

  it('[B1] more columns than are read', async () => {
    const names = Array.from({ length: 21 }, (_, column) => `c${column}`);
    const { problem } = await read(`${names.join(',')}\n`);
    expect(problem).toMatchObject({ code: 'file-header', detail: expect.stringContaining('21 columns') });
  });

  it('[B1] another delimiter', async () => {
    const { problem } = await read(FILE.replaceAll(',', ';'));
    expect(problem).toMatchObject({ code: 'file-delimiter', detail: expect.stringContaining('semicolons') });
    expect(await refusal(FILE.replaceAll(',', '\t'))).toBe('file-delimiter');
    expect(await refusal(FILE.replaceAll(',', '|'))).toBe('file-delimiter');
  });

  it('[B1] a byte order mark of UTF-8 is taken', async () => {
    expect((await read(`\uFEFF${FILE}`)).rows).toEqual((await read(FILE)).rows);
  });

  it('[B1] UTF-16, with or without byte order mark, is refused in so many words', async () => {
    const little = Buffer.from(`\uFEFF${FILE}`, 'utf16le');
    const { problem } = await read(little);
    expect(problem).toMatchObject({ code: 'file-encoding', detail: 'the file is UTF-16; save it as UTF-8' });
    expect(await refusal(Buffer.from(little).swap16())).toBe('file-encoding');
    expect(await refusal(Buffer.from(FILE, 'utf16le'))).toBe('file-encoding');
  });

  it('[B1] bytes that are not UTF-8', async () => {
    expect(await refusal(Buffer.from(`${HEADER}Äpfel,w,1\n`, 'latin1'))).toBe('file-encoding');
  });

  it('[B1] a workbook, a zip archive, and gzip that its name does not say', async () => {
    expect(await refusal(Buffer.from('PK\x03\x04 workbook'))).toBe('file-format');
    expect(await refusal(gzipSync(FILE))).toBe('file-format');
    expect(await refusal(FILE, { name: 'forecast.xlsx' })).toBe('file-format');
  });

  it('[B1] a line that is longer than is accepted, and one that is just not', async () => {
    const limits = { lineBytes: 64 };
    const line = (bytes: number) => `${'x'.repeat(bytes - 4)},w,1\n`;
    expect(await refusal(`${HEADER}${line(64)}`, { limits })).toBeUndefined();
    for (const chunkBytes of [7, 64, 1000]) {
      const long = `${HEADER}A,w,1\n${line(65)}B,w,2\n`;
      expect(await refusal(long, { limits, chunkBytes })).toBe('file-line-too-long');
    }
  });

  it('[B1] 2 GB of one line are refused after 64 KB, without growing', async () => {
    let given = 0;
    const endless = async function* () {
      for (;;) {
        given += 16 * 1024;
        yield new Uint8Array(16 * 1024).fill(0x41);
      }
    };
    const objects: ObjectStore = {
      ...memoryObjects(),
      read: async (_bucket, key) => (key === 'documents/it' ? endless() : undefined),
    };
    const file = {
      contentKey: 'documents/it',
      fileName: 'a.csv',
      sizeBytes: 2 * 1024 * MEBIBYTE,
      sha256: sha256(''),
    };
    const shape = { columns: ['item'], required: ['item'] };
    const result = await readRows({ objects, gunzip }, file, shape, async () => undefined);
    expect(result).toMatchObject({ ok: false, problem: { code: 'file-line-too-long' } });
    expect(given).toBeLessThanOrEqual(96 * 1024);
  });

  it('[B1] a zip bomb as gzip, of one line or of many', async () => {
    const name = 'a.csv.gz';
    expect(await refusal(gzipSync(Buffer.alloc(64 * MEBIBYTE, 0x41)), { name })).toBe('file-line-too-long');
    const rows = Buffer.alloc(64 * MEBIBYTE, 'A,2026-11-23,1\n');
    expect(await refusal(gzipSync(Buffer.concat([Buffer.from(HEADER), rows])), { name })).toBe(
      'file-compression',
    );
  });

  it('[B1] a gzip stream that is cut, and one that is none', async () => {
    const whole = gzipSync(FILE);
    expect(await refusal(whole.subarray(0, whole.length - 9), { name: 'a.csv.gz' })).toBe('file-truncated');
    const damaged = Buffer.from(whole);
    damaged.fill(0x55, 12, 20);
    expect(await refusal(damaged, { name: 'a.csv.gz' })).toBe('file-compression');
    expect(await refusal(FILE, { name: 'a.csv.gz' })).toBe('file-compression');
  });

  it('[B1] more bytes than are accepted, as they come or expanded', async () => {
    const limits = { fileBytes: 50 };
    expect(await refusal(FILE, { limits })).toBe('file-too-large');
    const packed = gzipSync(FILE + FILE.repeat(3));
    expect(await refusal(packed, { name: 'a.csv.gz', limits: { fileBytes: 100 } })).toBe('file-too-large');
  });

  it('[B1] more rows than are accepted', async () => {
    expect(await refusal(FILE, { limits: { rows: 2 } })).toBe('file-too-large');
  });

  it('[B1] a trailer or manifest that says something else', async () => {
    expect(await refusal(`${FILE}#rows=4\n`)).toBe('file-truncated');
    expect(await refusal(`${FILE}#rows=3,sha256=${sha256('else')}\n`)).toBe('file-truncated');
    expect(await refusal(`${FILE}#rows=three\n`)).toBe('file-truncated');
    expect(await refusal(`${FILE}#rows=3\nD,w,4\n`)).toBe('file-truncated');
    expect(await refusal(FILE, { manifest: { rows: 4 } })).toBe('file-truncated');
    expect(await refusal(FILE, { manifest: { sha256: sha256('else') } })).toBe('file-truncated');
  });

  it('[B1] a manifest that cannot be read', async () => {
    expect(await refusal(FILE, { manifest: {} })).toBe('file-manifest');
    expect(await refusal(FILE, { manifest: { rows: '3' } })).toBe('file-manifest');
    expect(await refusal(FILE, { manifest: { rows: 3, note: 'x'.repeat(20_000) } })).toBe('file-manifest');
  });

  it('[B1] content that is no longer there', async () => {
    const file = { contentKey: 'documents/gone', fileName: 'a.csv', sizeBytes: 10, sha256: sha256('') };
    const shape = { columns: ['item'], required: ['item'] };
    const result = await readRows({ objects: memoryObjects(), gunzip }, file, shape, async () => undefined);
    expect(result).toMatchObject({ ok: false, problem: { code: 'file-missing' } });
  });

  it('[O7] a transfer that breaks off is an error to try again, and no fault of the file', async () => {
    const broken = async function* () {
      yield Buffer.from(HEADER);
      throw new Error('socket hang up');
    };
    const objects: ObjectStore = {
      ...memoryObjects(),
      read: async (_bucket, key) => (key.endsWith('.json') ? undefined : broken()),
    };
    const file = { contentKey: 'it', fileName: 'a.csv.gz', sizeBytes: 900, sha256: sha256('') };
    const shape = { columns: ['item'], required: ['item'] };
    const reading = readRows({ objects, gunzip }, file, shape, async () => undefined);
    await expect(reading).rejects.toThrow('socket hang up');
  });
});
