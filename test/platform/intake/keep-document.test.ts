import { describe, expect, it } from 'vitest';
import { releaseIdOf } from '#business/forecasting/model.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { unwrap } from '#core/kernel/result.ts';
import { keepForecastFile } from '#platform/intake/keep-forecast-file.ts';
import { forecastDesk, gzip, readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, weeklyRows } from '#test/builders/forecast-file.ts';

const FILE = aForecastCsv(weeklyRows(2));
const arrival = (key: string, drop: string) => ({
  key: `forecasts/${key}`,
  drop,
  from: 'planner',
  correlationId: 'cor-12345678',
});

describe('keeping what was dropped', () => {
  it('[B1] keeps the content unchanged under its hash and starts its release', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop(FILE);
    expect(documentId).toBe(`doc-${sha256(FILE)}`);
    expect(desk.objects.text('documents', `documents/${sha256(FILE)}`)).toBe(FILE);
    expect(await desk.document(documentId)).toMatchObject({
      state: 'received',
      fileName: 'week-48.csv',
      sizeBytes: FILE.length,
      arrivals: 1,
    });
    expect(desk.started).toEqual([{ name: releaseIdOf(documentId), documentId }]);
    expect(desk.events()).toEqual(['document-received']);
  });

  it('[B1] the same content under another name is the same document, arrived once more', async () => {
    const desk = forecastDesk();
    const first = await desk.drop(FILE);
    const second = await desk.drop(FILE, 'copy.csv');
    expect(second).toBe(first);
    expect(await desk.document(first)).toMatchObject({ fileName: 'week-48.csv', arrivals: 2 });
    expect(desk.events()).toEqual(['document-received']);
  });

  it('[O7] a repeated notification of one drop is no arrival', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop(FILE, 'week-48.csv', 'first');
    await desk.drop(FILE, 'week-48.csv', 'second');
    await desk.drop(FILE, 'week-48.csv', 'first');
    await desk.drop(FILE, 'week-48.csv', 'second');
    expect((await desk.document(documentId)).arrivals).toBe(2);
    expect(desk.events()).toEqual(['document-received']);
  });

  it('[O7] a workflow that could not be started is started by the next delivery', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from(FILE));
    const down = { ...desk, workflow: { start: () => Promise.reject(new Error('throttled')) } };
    await expect(keepForecastFile(down, arrival('a.csv', 'one'))).rejects.toThrow('throttled');
    expect(await keepForecastFile(desk, arrival('a.csv', 'one'))).toMatchObject({
      ok: true,
      value: { first: false },
    });
    expect(desk.started).toHaveLength(1);
  });

  it('[O7] dropping again what is not done with starts its workflow afresh', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop(FILE);
    await desk.drop(FILE);
    const releaseId = releaseIdOf(documentId);
    expect(desk.started.map(({ name }) => name)).toEqual([releaseId, `${releaseId}-2`]);
  });

  it('[B1] what was applied is not started again', async () => {
    const desk = await readyDesk();
    const releaseId = await desk.release(aForecastCsv([aForecastRow()]));
    expect((await desk.stored(releaseId)).body.state).toBe('approved');
    await desk.drop(aForecastCsv([aForecastRow()]));
    expect(desk.started).toHaveLength(1);
  });

  it('[O7] a late notification of a drop that was rejected changes nothing', async () => {
    const desk = forecastDesk();
    const documentId = await desk.drop('nothing,of,use\n', 'week-48.csv', 'first');
    await desk.split(documentId);
    await desk.drop('nothing,of,use\n', 'week-48.csv', 'first');
    expect(await desk.document(documentId)).toMatchObject({ state: 'rejected', arrivals: 1 });
    expect(desk.started).toHaveLength(1);
  });

  it('[B1] a file rejected for its name is taken under another', async () => {
    const desk = await readyDesk();
    const file = gzip(aForecastCsv([aForecastRow()]));
    const documentId = await desk.drop(file, 'week-48.csv');
    await desk.split(documentId);
    expect((await desk.document(documentId)).rejection?.code).toBe('file-format');
    expect(await desk.drop(file, 'week-48.csv.gz')).toBe(documentId);
    expect(await desk.document(documentId)).toMatchObject({ state: 'received', fileName: 'week-48.csv.gz' });
    expect((await desk.document(documentId)).rejection).toBeUndefined();
    expect(unwrap(await desk.split(documentId)).outcome).toBe('split');
    expect(desk.events()).toEqual([
      'document-received',
      'document-rejected',
      'document-received',
      'forecast-release-received',
    ]);
  });

  it.each([['{"rows":1}'], [undefined]])(
    '[B1] a file rejected for its manifest is judged by the one of the next drop (%s)',
    async (manifest) => {
      const desk = await readyDesk();
      const file = aForecastCsv([aForecastRow()]);
      desk.objects.putText('landing', 'forecasts/week-48.manifest.json', '{"rows":7}');
      const documentId = await desk.drop(file);
      await desk.split(documentId);
      expect((await desk.document(documentId)).rejection?.code).toBe('file-truncated');
      await desk.objects.delete('landing', 'forecasts/week-48.manifest.json');
      if (manifest) desk.objects.putText('landing', 'forecasts/week-48.manifest.json', manifest);
      await desk.drop(file);
      expect(unwrap(await desk.split(documentId)).outcome).toBe('split');
    },
  );

  it('[B1] a file of which no row could be used is tried again once master data knows its items', async () => {
    const desk = await readyDesk();
    const file = aForecastCsv([aForecastRow({ item: 'ITEM-2' })]);
    const first = await desk.release(file);
    expect((await desk.stored(first)).body.state).toBe('rejected');
    await desk.withItems('ITEM-2');
    const second = await desk.release(file);
    expect(second).not.toBe(first);
    expect((await desk.stored(second)).body.state).toBe('approved');
    expect((await desk.stored(first)).body.state).toBe('rejected');
    expect(await desk.document((await desk.stored(second)).body.documentId)).toMatchObject({
      state: 'applied',
      resultId: second,
      arrivals: 2,
    });
  });

  it('[B1] a file deleted before it is read is a clear, terminal problem and no document', async () => {
    const desk = forecastDesk();
    const kept = await keepForecastFile(desk, arrival('gone.csv', 'one'));
    expect(kept).toMatchObject({ ok: false, problem: { code: 'file-missing' } });
    expect(desk.started).toEqual([]);
    expect(desk.records.published()).toEqual([]);
  });

  it('[B1] a file deleted between two reads is the same problem', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from(FILE));
    const objects: ObjectStore = {
      ...desk.objects,
      read: async (bucket, key, range) => {
        const content = await desk.objects.read(bucket, key, range);
        if (bucket === 'landing') await desk.objects.delete('landing', key);
        return content;
      },
    };
    const kept = await keepForecastFile({ ...desk, objects }, arrival('a.csv', 'one'));
    expect(kept).toMatchObject({ ok: false, problem: { code: 'file-missing' } });
  });

  it('[O7] a file replaced while it is read is read again, never kept under a hash it does not have', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from(FILE));
    const objects: ObjectStore = {
      ...desk.objects,
      copy: async (from, to) => {
        await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from('other'));
        await desk.objects.copy(from, to);
      },
    };
    const kept = await keepForecastFile({ ...desk, objects }, arrival('a.csv', 'one'));
    expect(kept).toMatchObject({ ok: false, problem: { code: 'temporarily-unavailable' } });
    const again = await keepForecastFile(desk, arrival('a.csv', 'one'));
    expect(again).toMatchObject({ ok: true, value: { documentId: `doc-${sha256('other')}` } });
  });

  it('[O7] two deliveries at once keep one document', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from(FILE));
    await Promise.all(['one', 'one', 'one'].map((drop) => keepForecastFile(desk, arrival('a.csv', drop))));
    expect(await desk.document(`doc-${sha256(FILE)}`)).toMatchObject({ arrivals: 1 });
    expect(desk.events()).toEqual(['document-received']);
  });

  it('[B1] keeps the manifest dropped beside a file, under either name', async () => {
    for (const name of ['week-48.csv.manifest.json', 'week-48.manifest.json']) {
      const desk = forecastDesk();
      desk.objects.putText('landing', `forecasts/${name}`, '{"rows":2}');
      const documentId = await desk.drop(FILE);
      const { contentKey } = await desk.document(documentId);
      expect(desk.objects.text('documents', `${contentKey}.manifest.json`)).toBe('{"rows":2}');
    }
  });

  it('[B1] a file larger than can be kept is refused where it lies', async () => {
    const desk = forecastDesk();
    const objects: ObjectStore = { ...desk.objects, size: async () => 6 * 1024 ** 3 };
    const kept = await keepForecastFile({ ...desk, objects }, arrival('huge.csv', 'one'));
    expect(kept).toMatchObject({ ok: false, problem: { code: 'file-too-large' } });
  });
});
