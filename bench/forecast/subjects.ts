/** What is measured: our whole way from kept file to partitions, and peers that only parse and validate. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import * as fastCsv from '@fast-csv/parse';
import { parse as csvParse } from 'csv-parse';
import Papa from 'papaparse';
import * as z from 'zod';
import { gunzip } from '#adapters/gzip/gunzip.ts';
import { forecastColumns, requiredForecastColumns } from '#business/forecasting/ports.ts';
import { splitForecastFile } from '#business/forecasting/split-forecast-file.ts';
import { forecastKinds, forecastLineSchema } from '#core/canonical/forecast.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import { readRows } from '#platform/intake/read-rows.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { diskObjects } from './disk-objects.ts';

/** Reads the file whole; how many rows it saw. */
type Subject = (path: string) => Promise<number>;

const rowSchema = z.object({
  item: forecastLineSchema.shape.itemId,
  location: forecastLineSchema.shape.locationId,
  bucket: forecastLineSchema.shape.bucket,
  quantity: z.string().regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/),
  unit: forecastLineSchema.shape.unit,
  kind: z.enum(forecastKinds),
});

/** Rows by event and not by iteration, which costs some of the peers most of their speed. */
async function validated(rows: Readable): Promise<number> {
  let seen = 0;
  let good = 0;
  rows.on('data', (row: unknown) => {
    seen += 1;
    if (rowSchema.safeParse(row).success) good += 1;
  });
  await finished(rows);
  if (good === 0 || good === seen) throw new Error(`${good} of ${seen} rows are good: this measures nothing`);
  return seen;
}

export const subjects: Readonly<Record<string, Subject>> = {
  crossdock: async (path) => {
    const sha256 = '0'.repeat(64);
    const documentId = `doc-${sha256}`;
    const objects = diskObjects(dirname(dirname(path)));
    const records = memoryRecords();
    const fileName = basename(path);
    const body = {
      id: documentId,
      kind: 'forecast-file',
      state: 'received',
      fileName,
      sizeBytes: (await stat(path)).size,
      sha256,
      contentKey: fileName,
      arrivals: 1,
      receivedAt: '2026-11-20T08:00:00.000Z',
      receivedFrom: 'benchmark',
    } as const;
    const correlationId = 'cor-benchmark';
    const change = { type: 'document', id: documentId, expect: 'absent', body } as const;
    unwrap(await records.commit({ changes: [change], correlationId }));
    const shape = { columns: forecastColumns, required: requiredForecastColumns };
    const ports = {
      records,
      objects,
      clock: systemClock,
      readRows: (file: Parameters<typeof readRows>[1], onRows: Parameters<typeof readRows>[3]) =>
        readRows({ objects, gunzip }, file, shape, onRows),
    };
    const split = unwrap(await splitForecastFile(ports, { documentId, correlationId }));
    const release = await records.get('forecast-release', split.releaseId);
    return release?.body.counts.received ?? 0;
  },
  'csv-parse + zod': (path) => validated(createReadStream(path).pipe(csvParse({ columns: true }))),
  'papaparse + zod': (path) =>
    validated(createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }))),
  'fast-csv + zod': (path) => validated(createReadStream(path).pipe(fastCsv.parse({ headers: true }))),
};
