import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectStore } from '#core/kernel/objects.ts';

export interface OpenObjects {
  readonly objects: ObjectStore;
  /** Follow a download link as a browser would; undefined where links lead nowhere. */
  readonly follow: ((link: string) => Promise<Response>) | undefined;
  readonly close: () => Promise<void>;
}

const collect = async (content: AsyncIterable<Uint8Array> | undefined): Promise<Buffer | undefined> => {
  if (!content) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

async function* pieces(count: number, size: number, failAt = -1): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < count; n += 1) {
    if (n === failAt) throw new Error('the source broke');
    yield new Uint8Array(size).fill(n % 251);
  }
}

/** What every store of objects does, run against each of them. */
export function objectsContract(name: string, open: () => Promise<OpenObjects>): void {
  describe(`ObjectStore: ${name}`, () => {
    let opened: OpenObjects;
    let objects: ObjectStore;
    const text = async (key: string, range?: { offset: number; length: number }) =>
      (await collect(await objects.read('work', key, range)))?.toString();

    beforeAll(async () => {
      opened = await open();
      objects = opened.objects;
    });
    afterAll(() => opened.close());

    it('gives back the bytes that were written, with their size', async () => {
      await objects.write('work', 'a/b ü+&.txt', Buffer.from('Grüße'));
      expect(await text('a/b ü+&.txt')).toBe('Grüße');
      expect(await objects.size('work', 'a/b ü+&.txt')).toBe(7);
      await objects.write('work', 'empty', Buffer.alloc(0));
      expect(await text('empty')).toBe('');
      expect(await objects.size('work', 'empty')).toBe(0);
    });

    it('knows what does not exist', async () => {
      expect(await objects.read('work', 'nothing')).toBeUndefined();
      expect(await objects.read('work', 'nothing', { offset: 0, length: 1 })).toBeUndefined();
      expect(await objects.size('work', 'nothing')).toBeUndefined();
      expect(await objects.metadata('work', 'nothing')).toBeUndefined();
      await expect(
        objects.copy({ bucket: 'work', key: 'nothing' }, { bucket: 'work', key: 'copy' }),
      ).rejects.toThrow();
      await objects.delete('work', 'nothing');
    });

    it('reads a range: neither more nor less, and nothing beyond the end', async () => {
      await objects.write('work', 'digits', Buffer.from('0123456789'));
      expect(await text('digits', { offset: 3, length: 4 })).toBe('3456');
      expect(await text('digits', { offset: 0, length: 1 })).toBe('0');
      expect(await text('digits', { offset: 8, length: 100 })).toBe('89');
      expect(await text('digits', { offset: 10, length: 5 })).toBe('');
      expect(await text('digits', { offset: 4, length: 0 })).toBe('');
    });

    it('writes again what was there, as a whole', async () => {
      await objects.write('work', 'twice', Buffer.from('a long first one'));
      await objects.write('work', 'twice', Buffer.from('second'));
      expect(await text('twice')).toBe('second');
    });

    it('[B3] writes a stream that is larger than its buffers and reads it back unchanged', async () => {
      const expected = createHash('sha256');
      for await (const piece of pieces(190, 65_536)) expected.update(piece);
      await objects.write('work', 'large', pieces(190, 65_536));
      const actual = createHash('sha256');
      for await (const piece of (await objects.read('work', 'large')) ?? []) actual.update(piece);
      expect(await objects.size('work', 'large')).toBe(190 * 65_536);
      expect(actual.digest('hex')).toBe(expected.digest('hex'));
    });

    it('[B1] a stream that breaks leaves no object, and an older one as it was', async () => {
      await expect(objects.write('work', 'broken', pieces(190, 65_536, 150))).rejects.toThrow(
        'the source broke',
      );
      expect(await objects.size('work', 'broken')).toBeUndefined();
      await objects.write('work', 'older', Buffer.from('whole'));
      await expect(objects.write('work', 'older', pieces(3, 10, 2))).rejects.toThrow('the source broke');
      expect(await text('older')).toBe('whole');
    });

    it('keeps what its writer noted, and copies it along with the bytes', async () => {
      const metadata = { 'correlation-id': 'cor-12345678' };
      await objects.write('landing', 'noted', Buffer.from('x'), { contentType: 'text/csv', metadata });
      expect(await objects.metadata('landing', 'noted')).toEqual(metadata);
      await objects.copy({ bucket: 'landing', key: 'noted' }, { bucket: 'documents', key: 'kept/ü+ b' });
      expect(await collect(await objects.read('documents', 'kept/ü+ b'))).toEqual(Buffer.from('x'));
      expect(await objects.metadata('documents', 'kept/ü+ b')).toEqual(metadata);
      await objects.delete('landing', 'noted');
      expect(await objects.size('landing', 'noted')).toBeUndefined();
    });

    it('refuses a key or metadata that S3 would not take', async () => {
      const write = (key: string, metadata = {}) =>
        objects.write('work', key, Buffer.from('x'), { metadata });
      await expect(write('ü'.repeat(513))).rejects.toThrow('1026 bytes');
      await expect(write('')).rejects.toThrow('0 bytes');
      await expect(write('k', { note: 'n'.repeat(2050) })).rejects.toThrow('2054 bytes');
      await expect(write('k', { note: 'ü' })).rejects.toThrow('printable ASCII');
      expect(await objects.size('work', 'k')).toBeUndefined();
    });

    it('[B1] a download link gives the file under its name', async () => {
      await objects.write('work', 'quarantine.csv', Buffer.from('line,reason\n'));
      const link = await objects.downloadLink('work', 'quarantine.csv', 60, 'Fehler „KW 48“.csv');
      expect(link).toContain('quarantine.csv');
      if (!opened.follow) return;
      const answer = await opened.follow(link);
      expect(await answer.text()).toBe('line,reason\n');
      expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Fehler „KW 48“.csv'));
    });
  });
}
