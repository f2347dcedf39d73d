import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReleaseManifest, releaseIdOf, releaseKeys } from '#business/forecasting/model.ts';
import { partitionsFor, splitForecastFile } from '#business/forecasting/split-forecast-file.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { unwrap } from '#core/kernel/result.ts';
import { forecastDesk, gzip, readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, weeklyRows } from '#test/builders/forecast-file.ts';

const FILE = aForecastCsv([...weeklyRows(3), aForecastRow({ quantity: 'NaN', bucket: '2026-12-14' })]);
const task = (documentId: string) => ({ documentId, correlationId: 'cor-12345678' });

async function split(desk: ReturnType<typeof forecastDesk>, content: string | Uint8Array, name?: string) {
  const documentId = await desk.drop(content, name);
  const outcome = unwrap(await desk.split(documentId));
  return { documentId, outcome, releaseId: releaseIdOf(documentId) };
}

const manifestOf = (desk: ReturnType<typeof forecastDesk>, releaseId: string): ReleaseManifest =>
  JSON.parse(desk.objects.text('work', releaseKeys.manifest(releaseId)));

describe('splitting a forecast file', () => {
  it('[B3] writes parts with counts and hashes, and what the workflow maps over', async () => {
    const desk = forecastDesk();
    const { outcome, releaseId, documentId } = await split(desk, FILE);
    const partitionsKey = releaseKeys.partitions(releaseId);
    expect(outcome).toEqual({ outcome: 'split', releaseId, partitions: 1, partitionsKey });
    expect(desk.objects.text('work', partitionsKey)).toBe('partition\n0\n');
    const manifest = manifestOf(desk, releaseId);
    expect(manifest).toMatchObject({ received: 4, quarantined: 1, referenceWeek: '2026-11-23' });
    const [part] = manifest.parts;
    const text = desk.objects.text('work', part?.key ?? '');
    expect(part).toMatchObject({ partition: 0, rows: 3, bytes: text.length, sha256: sha256(text) });
    expect(text.split('\n')[0]).toBe('2,ITEM-1,DC-1,2026-11-23,40,EA,baseline');
    expect((await desk.stored(releaseId)).body).toMatchObject({
      state: 'received',
      documentId,
      counts: { received: 4, applied: 0, rejected: 0, quarantined: 1, inFlight: 3 },
    });
    expect(await desk.document(documentId)).toMatchObject({ state: 'in_progress', resultId: releaseId });
    expect(desk.events()).toEqual(['document-received', 'forecast-release-received']);
  });

  it('[B3] keeps the weeks of one item and location in one partition', async () => {
    const desk = forecastDesk();
    const rows = Array.from({ length: 40 }, (_, item) => weeklyRows(3, { item: `ITEM-${item}` })).flat();
    const documentId = await desk.drop(aForecastCsv(rows));
    // What counts is the size of the document, so a large one is pretended.
    const document = await desk.records.get('document', documentId);
    if (!document) throw new Error('no document');
    const body = { ...document.body, sizeBytes: 100 * 1024 * 1024 };
    const change = { type: 'document', id: documentId, expect: document.version, body } as const;
    unwrap(await desk.records.commit({ changes: [change], correlationId: 'cor-12345678' }));
    const ports = {
      ...desk,
      readRows: (...[file, onRows]: Parameters<typeof desk.readRows>) =>
        desk.readRows({ ...file, sizeBytes: document.body.sizeBytes }, onRows),
    };
    const outcome = unwrap(await splitForecastFile(ports, task(documentId)));
    expect(outcome).toMatchObject({ outcome: 'split', partitions: 7 });
    const partitionOfItem = new Map<string, number>();
    for (const { partition, key } of manifestOf(desk, outcome.releaseId).parts) {
      for (const line of desk.objects.text('work', key).trimEnd().split('\n')) {
        const item = line.split(',')[1] ?? '';
        expect(partitionOfItem.get(item) ?? partition).toBe(partition);
        partitionOfItem.set(item, partition);
      }
    }
    expect(partitionOfItem.size).toBe(40);
    expect(new Set(partitionOfItem.values()).size).toBeGreaterThan(3);
  });

  it('[B3] takes more partitions for larger files, 256 at most', () => {
    const partitions = (sizeBytes: number, fileName = 'a.csv') => partitionsFor({ sizeBytes, fileName });
    expect([partitions(0), partitions(500_000_000), partitions(2 * 1024 ** 3)]).toEqual([1, 30, 128]);
    expect(partitions(500_000_000, 'a.csv.gz')).toBe(256);
  });

  it.each([
    ['', 'file-empty'],
    ['item,location,bucket,quantity,unit\n', 'file-without-rows'],
    [FILE.replace('quantity', 'menge'), 'file-header'],
    [FILE.replaceAll(',', ';'), 'file-delimiter'],
    [FILE.slice(0, -5), 'file-truncated'],
    [`${FILE}#rows=5\n`, 'file-truncated'],
  ])(
    '[B1] a file that cannot be trusted rejects its document and makes no release (%#)',
    async (file, code) => {
      const desk = forecastDesk();
      const { documentId, outcome, releaseId } = await split(desk, file);
      expect(outcome).toEqual({ outcome: 'rejected', releaseId });
      expect(await desk.document(documentId)).toMatchObject({ state: 'rejected', rejection: { code } });
      expect(await desk.records.get('forecast-release', releaseId)).toBeUndefined();
      expect(desk.objects.keys('work', releaseKeys.manifest(releaseId))).toEqual([]);
      expect(desk.events()).toEqual(['document-received', 'document-rejected']);
    },
  );

  it('[B1] truncated gzip rejects its document', async () => {
    const desk = forecastDesk();
    const { documentId } = await split(desk, gzip(FILE).subarray(0, 60), 'a.csv.gz');
    expect(await desk.document(documentId)).toMatchObject({ rejection: { code: 'file-truncated' } });
  });

  it('[B1] content that was deleted before it is read rejects its document', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop(FILE);
    await desk.objects.delete('documents', `documents/${sha256(FILE)}`);
    await desk.split(documentId);
    expect(await desk.document(documentId)).toMatchObject({ rejection: { code: 'file-missing' } });
  });

  it('[O7] an unknown document is a terminal problem', async () => {
    const unknown = await forecastDesk().split('doc-unknown');
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[O7] run again it answers the same and commits nothing more', async () => {
    const desk = forecastDesk();
    const { outcome, documentId } = await split(desk, FILE);
    const before = desk.records.published().length;
    expect(unwrap(await desk.split(documentId))).toEqual(outcome);
    const rejected = await split(desk, 'a,b\n');
    expect(unwrap(await desk.split(rejected.documentId))).toEqual(rejected.outcome);
    expect(desk.events().slice(before)).toEqual(['document-received', 'document-rejected']);
  });

  it('[O7] a crash between any two writes leaves nothing that counts, and a rerun completes', async () => {
    for (let survived = 0; ; survived += 1) {
      const desk = forecastDesk();
      const documentId = await desk.drop(FILE);
      let writes = 0;
      const objects: ObjectStore = {
        ...desk.objects,
        write: async (...args) => {
          writes += 1;
          if (writes > survived) throw new Error('crash');
          await desk.objects.write(...args);
        },
      };
      const attempt = splitForecastFile({ ...desk, objects }, task(documentId));
      const crashed = await attempt.then(
        () => false,
        () => true,
      );
      if (!crashed) break;
      expect(await desk.records.get('forecast-release', releaseIdOf(documentId))).toBeUndefined();
      expect(unwrap(await desk.split(documentId))).toMatchObject({ outcome: 'split' });
      expect(survived).toBeLessThan(10);
    }
  });

  it('[O7] two splitters at once make one release', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop(FILE);
    const outcomes = await Promise.all([desk.split(documentId), desk.split(documentId)]);
    expect(unwrap(outcomes[0])).toEqual(unwrap(outcomes[1]));
    expect(desk.events()).toEqual(['document-received', 'forecast-release-received']);
  });

  it('[B1] a file that repeats a few keys without end is refused, not checked in memory', async () => {
    const desk = forecastDesk();
    const row = { line: 2, cells: ['ITEM-1', 'DC-1', '2026-11-23', '1', 'EA', ''], fault: undefined };
    const batch = Array.from({ length: 10_000 }, () => row);
    const documentId = await desk.drop(FILE);
    const readRows: typeof desk.readRows = async (_file, onRows) => {
      for (let batches = 0; batches < 151; batches += 1) await onRows(batch);
      return { ok: true, value: { rows: 1_510_000 } };
    };
    const quiet: ObjectStore = { ...desk.objects, write: async () => undefined };
    unwrap(await splitForecastFile({ ...desk, objects: quiet, readRows }, task(documentId)));
    expect(await desk.document(documentId)).toMatchObject({ rejection: { code: 'file-unusable' } });
  });

  it('[B1] cut anywhere, a file with a manifest applies nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: FILE.length - 1 }), async (length) => {
        const desk = await readyDesk();
        const manifest = JSON.stringify({ rows: 4, sha256: sha256(FILE) });
        desk.objects.putText('landing', 'forecasts/week-48.csv.manifest.json', manifest);
        const { outcome, releaseId } = await split(desk, FILE.slice(0, length));
        expect(outcome.outcome).toBe('rejected');
        expect(await desk.records.get('forecast-release', releaseId)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});
