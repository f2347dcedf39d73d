import { Logger } from '@aws-lambda-powertools/logger';
import { describe, expect, it } from 'vitest';
import { receive } from '#functions/intake/receive-forecast-file.ts';
import { objectCreatedSchema } from '#platform/intake/object-created.ts';
import { forecastDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, weeklyRows } from '#test/builders/forecast-file.ts';

const FILE = Buffer.from(aForecastCsv(weeklyRows(2)));
const context = { correlationId: 'cor-of-the-message', logger: new Logger({ logLevel: 'SILENT' }) };

/** S3's event as EventBridge delivers it. */
const objectCreated = (key: string, sequencer = '00617F08299329D189') =>
  objectCreatedSchema.parse({
    version: '0',
    id: '17793124-05d4-b198-2fde-7ededc63b103',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    time: '2026-11-23T08:00:00Z',
    region: 'eu-central-1',
    detail: {
      version: '0',
      bucket: { name: 'landing' },
      object: { key, size: FILE.length, etag: 'b1946ac92492d2347c6235b4d2611184', sequencer },
      requester: '123456789012',
      reason: 'PutObject',
    },
  });

describe('receive-forecast-file', () => {
  it('[B1] keeps the file and starts its release under the correlation its writer gave it', async () => {
    const desk = forecastDesk();
    const metadata = { 'correlation-id': 'cor-of-the-planner' };
    await desk.objects.write('landing', 'forecasts/a.csv', FILE, { metadata });
    const result = await receive(desk)(objectCreated('forecasts/a.csv'), context);
    expect(result).toMatchObject({ ok: true, value: { first: true, correlationId: 'cor-of-the-planner' } });
    expect(desk.started).toHaveLength(1);
  });

  it('[B1] takes the correlation of the message where the given one is none', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', FILE, { metadata: { 'correlation-id': '<x>' } });
    const result = await receive(desk)(objectCreated('forecasts/a.csv'), context);
    expect(result).toMatchObject({ value: { correlationId: 'cor-of-the-message' } });
  });

  it('[O7] the same notification twice changes nothing', async () => {
    const desk = forecastDesk();
    await desk.objects.write('landing', 'forecasts/a.csv', FILE);
    for (let delivery = 0; delivery < 3; delivery += 1) {
      await receive(desk)(objectCreated('forecasts/a.csv'), context);
    }
    await receive(desk)(objectCreated('forecasts/a.csv', '00617F08299329D18A'), context);
    const [received] = desk.records.published();
    expect((await desk.document(received?.subject ?? '')).arrivals).toBe(2);
  });

  it('[B1] leaves manifests for the file they tell of', async () => {
    const desk = forecastDesk();
    const result = await receive(desk)(objectCreated('forecasts/a.csv.manifest.json'), context);
    expect(result).toMatchObject({ ok: true, value: { ignored: 'forecasts/a.csv.manifest.json' } });
  });

  it('[B1] a file that was deleted before it is read ends there and is not tried for ever', async () => {
    const desk = forecastDesk();
    const result = await receive(desk)(objectCreated('forecasts/gone.csv'), context);
    expect(result).toEqual({ ok: true, value: { notKept: 'file-missing' } });
    expect(desk.started).toEqual([]);
  });
});
