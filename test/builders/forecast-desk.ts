import { gzipSync } from 'node:zlib';
import { gunzip } from '#adapters/gzip/gunzip.ts';
import { checkForecastChunk } from '#business/forecasting/check-forecast-chunk.ts';
import { concludeForecastRelease } from '#business/forecasting/conclude-forecast-release.ts';
import { forecastColumns, requiredForecastColumns } from '#business/forecasting/ports.ts';
import { splitForecastFile } from '#business/forecasting/split-forecast-file.ts';
import type { Item } from '#core/canonical/item.ts';
import type { Location } from '#core/canonical/location.ts';
import { unwrap } from '#core/kernel/result.ts';
import { keepForecastFile } from '#platform/intake/keep-forecast-file.ts';
import { type IntakeLimits, intakeLimits } from '#platform/intake/limits.ts';
import { readRows } from '#platform/intake/read-rows.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const CORRELATION = 'cor-forecast-desk';

/** Everything a forecast file meets on its way, in memory. */
export function forecastDesk(options: { chunkBytes?: number; limits?: Partial<IntakeLimits> } = {}) {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  const objects = memoryObjects({ chunkBytes: options.chunkBytes ?? 64 * 1024 });
  const settings = memorySettings();
  const started: { name: string; documentId: string }[] = [];
  const workflow = {
    start: async (name: string, { documentId }: { readonly documentId: string }) => {
      started.push({ name, documentId });
    },
  };
  const limits = { ...intakeLimits, ...options.limits };
  const shape = { columns: forecastColumns, required: requiredForecastColumns };
  const ports = {
    records,
    objects,
    settings,
    clock,
    workflow,
    readRows: (file: Parameters<typeof readRows>[1], onRows: Parameters<typeof readRows>[3]) =>
      readRows({ objects, gunzip }, file, shape, onRows, limits),
  };
  let drops = 0;
  const desk = {
    ...ports,
    started,
    /** Drop a file into the landing bucket and keep it; the id of its document. */
    drop: async (content: string | Uint8Array, name = 'week-48.csv', drop?: string) => {
      drops += 1;
      const key = `forecasts/${name}`;
      await objects.write('landing', key, typeof content === 'string' ? Buffer.from(content) : content);
      const arrival = { key, drop: drop ?? `drop-${drops}`, from: 'planner', correlationId: CORRELATION };
      return unwrap(await keepForecastFile(ports, arrival)).documentId;
    },
    split: (documentId: string) => splitForecastFile(ports, { documentId, correlationId: CORRELATION }),
    check: (releaseId: string, partition: number) => checkForecastChunk(ports, { releaseId, partition }),
    conclude: (releaseId: string) =>
      concludeForecastRelease(ports, { releaseId, correlationId: CORRELATION }),
    /** From the drop to the conclusion, the way the workflow goes; the release's id. */
    release: async (content: string | Uint8Array, name?: string) => {
      const documentId = await desk.drop(content, name);
      const split = unwrap(await desk.split(documentId));
      if (split.outcome === 'split') {
        for (let partition = 0; partition < split.partitions; partition += 1) {
          unwrap(await desk.check(split.releaseId, partition));
        }
        unwrap(await desk.conclude(split.releaseId));
      }
      return split.releaseId;
    },
    document: async (documentId: string) => {
      const found = await records.get('document', documentId);
      if (!found) throw new Error(`no document ${documentId}`);
      return found.body;
    },
    stored: async (releaseId: string) => {
      const found = await records.get('forecast-release', releaseId);
      if (!found) throw new Error(`no release ${releaseId}`);
      return found;
    },
    /** The quarantined rows as they are downloaded. */
    quarantined: async (
      releaseId: string,
    ): Promise<{ line: number; code: string; reason: string; row: string }[]> => {
      const { quarantine } = (await desk.stored(releaseId)).body;
      return quarantine ? ndjson(objects.text('work', quarantine.key)) : [];
    },
    /** Names of the events of one kind of record so far. */
    events: () => records.published().map(({ type }) => type.split('.')[1]),
    withItems: async (...ids: string[]) => {
      for (const id of ids) await desk.withItem(anItem({ id }));
      return desk;
    },
    withItem: async (body: Item) => {
      const change = { type: 'item', id: body.id, expect: 'absent', body } as const;
      unwrap(await records.commit({ changes: [change], correlationId: CORRELATION }));
      return desk;
    },
    withLocations: async (...ids: string[]) => {
      for (const id of ids) await desk.withLocation(aLocation({ id }));
      return desk;
    },
    withLocation: async (body: Location) => {
      const change = { type: 'location', id: body.id, expect: 'absent', body } as const;
      unwrap(await records.commit({ changes: [change], correlationId: CORRELATION }));
      return desk;
    },
    withPolicy: (
      change: { approveAutomatically?: boolean; anomalyPercent?: string; holdAbovePercent?: string } = {},
    ) => {
      settings.put('release', {
        approveAutomatically: true,
        anomalyPercent: '50',
        holdAbovePercent: '10',
        ...change,
      });
      return desk;
    },
  };
  return desk;
}

/** A desk with one item, one location and a policy that approves. */
export async function readyDesk(options: Parameters<typeof forecastDesk>[0] = {}) {
  const desk = forecastDesk(options).withPolicy();
  await desk.withItems('ITEM-1');
  await desk.withLocations('DC-1');
  return desk;
}

const provenance = { system: 'tryton', receivedAt: '2026-11-20T06:00:00.000Z' };

export const anItem = (change: Partial<Item> = {}): Item => ({
  id: 'ITEM-1',
  description: 'Hex bolt M8',
  status: 'active',
  hierarchy: ['fasteners'],
  baseUnit: 'EA',
  packs: [{ unit: 'XCS', holds: '48' }],
  identifiers: [],
  provenance,
  ...change,
});

export const aLocation = (change: Partial<Location> = {}): Location => ({
  id: 'DC-1',
  name: 'Distribution centre north',
  kind: 'distribution_center',
  status: 'active',
  region: 'north',
  company: 'main',
  receivingDays: [1, 2, 3, 4, 5],
  dockToStockDays: 1,
  identifiers: [],
  provenance,
  ...change,
});

export const gzip = (text: string): Uint8Array => gzipSync(Buffer.from(text));

export const ndjson = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
