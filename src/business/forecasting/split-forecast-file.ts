import type { Document } from '#core/canonical/document.ts';
import type { ForecastRelease } from '#core/canonical/forecast.ts';
import { partitionOf } from '#core/canonical/partition.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { dateOf, dateOfInstant, dayNumber, weekStart } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type ReleaseManifest, releaseIdOf, releaseKeys } from './model.ts';
import { partWriter } from './part-writer.ts';
import type { ForecastingPorts, ReadRows, SourceRow } from './ports.ts';
import { quarantineLine } from './quarantine-line.ts';
import { rejectDocument } from './reject-document.ts';
import type { RowFault } from './row-faults.ts';
import { rowValidator } from './rules/validate-row.ts';
import { readReleaseManifest, writeWorkObject } from './work-objects.ts';

const MEBIBYTE = 1024 * 1024;
const BYTES_A_PARTITION = 16 * MEBIBYTE;
/** How far gzip shrinks a forecast file, generously. */
const USUAL_EXPANSION = 16;
const MOST_PARTITIONS = 256;
/** A partition is checked in memory. Only a file that repeats the same few keys comes near this. */
const MOST_ROWS_A_PARTITION = 1_500_000;

export type SplitPorts = ForecastingPorts & { readonly readRows: ReadRows };

export type SplitOutcome =
  | {
      readonly outcome: 'split';
      readonly releaseId: string;
      readonly partitions: number;
      readonly partitionsKey: string;
    }
  | { readonly outcome: 'rejected'; readonly releaseId: string };

/**
 * Turn a kept forecast file into a release whose rows can be checked in parallel.
 * 1. Stream the file once; check each row by itself.
 * 2. Write good rows into parts by partition of item and location, bad ones with their reasons into quarantine.
 * 3. Only when the file proved whole: write the manifest and commit the release, with its event.
 * A file that cannot be trusted rejects its document with the reason; whatever was written stays unreferenced.
 * Run again it finds the release committed, or writes the same objects again.
 *
 * Problems: `not-found` for an unknown document.
 */
export async function splitForecastFile(
  ports: SplitPorts,
  { documentId, correlationId }: { readonly documentId: string; readonly correlationId: CorrelationId },
): Promise<Result<SplitOutcome>> {
  const document = await ports.records.get('document', documentId);
  if (!document) return fail(problem('not-found', `there is no document ${documentId}`));
  const releaseId = releaseIdOf(documentId, document.body.attempt);
  if (document.body.state === 'rejected') return ok({ outcome: 'rejected', releaseId });
  const release = await ports.records.get('forecast-release', releaseId);
  if (release?.body.manifest) {
    const manifest = await readReleaseManifest(ports.objects, release.body);
    return manifest.ok ? ok(splitInto(releaseId, manifest.value.partitions)) : manifest;
  }
  const split = await splitRows(ports, document.body);
  if (!split.ok) {
    const done = await rejectDocument(ports, documentId, split.problem, correlationId);
    return done.ok ? ok({ outcome: 'rejected', releaseId }) : done;
  }
  const manifest = await writeManifest(ports, split.value);
  const committed = await decideAgain(() =>
    commitRelease(ports, documentId, split.value, manifest, correlationId),
  );
  return committed.ok ? ok(splitInto(releaseId, split.value.partitions)) : committed;
}

const splitInto = (releaseId: string, partitions: number): SplitOutcome => ({
  outcome: 'split',
  releaseId,
  partitions,
  partitionsKey: releaseKeys.partitions(releaseId),
});

/** How many partitions a file is split into: the same for the same document. */
export function partitionsFor({ sizeBytes, fileName }: Pick<Document, 'sizeBytes' | 'fileName'>): number {
  const bytes = fileName.toLowerCase().endsWith('.gz') ? sizeBytes * USUAL_EXPANSION : sizeBytes;
  return Math.min(MOST_PARTITIONS, Math.max(1, Math.ceil(bytes / BYTES_A_PARTITION)));
}

async function splitRows(ports: SplitPorts, document: Document): Promise<Result<ReleaseManifest>> {
  const releaseId = releaseIdOf(document.id, document.attempt);
  const partitions = partitionsFor(document);
  const referenceWeek = dateOf(weekStart(dayNumber(dateOfInstant(document.receivedAt))));
  const good = partWriter(ports.objects, partitions, (partition, part) =>
    releaseKeys.rows(releaseId, partition, part),
  );
  const bad = partWriter(ports.objects, 1, (_, part) => releaseKeys.splitQuarantine(releaseId, part));
  const sort = rowSorter(referenceWeek, partitions, good.add, (line) => bad.add(0, line));
  const read = await ports.readRows(document, async (rows) => {
    for (const row of rows) sort(row);
    await good.settle();
    await bad.settle();
  });
  const parts = (await good.finish()).map(({ heap, ...part }) => ({ partition: heap, ...part }));
  const quarantine = (await bad.finish()).map(({ heap: _, ...part }) => part);
  if (!read.ok) return read;
  const crowded = crowdedPartition(parts);
  if (crowded) return fail(crowded);
  const quarantined = quarantine.reduce((sum, { rows }) => sum + rows, 0);
  const received = read.value.rows;
  return ok({
    releaseId,
    documentId: document.id,
    referenceWeek,
    partitions,
    received,
    quarantined,
    parts,
    quarantine,
  });
}

function crowdedPartition(parts: ReleaseManifest['parts']): Problem | undefined {
  const rows = new Map<number, number>();
  for (const part of parts) rows.set(part.partition, (rows.get(part.partition) ?? 0) + part.rows);
  const most = Math.max(0, ...rows.values());
  if (most <= MOST_ROWS_A_PARTITION) return undefined;
  return problem(
    'file-unusable',
    `${most} rows repeat the same few items and locations; no forecast does that`,
  );
}

/** Sends a row to its partition, as one line that needs no quotes, or into quarantine. */
function rowSorter(
  referenceWeek: string,
  partitions: number,
  addGood: (partition: number, line: string) => void,
  addBad: (line: string) => void,
): (row: SourceRow) => void {
  const validate = rowValidator(referenceWeek);
  const sortOut = ({ line, cells }: SourceRow, fault: RowFault) =>
    addBad(quarantineLine(line, fault, cells.join(',')));
  return (row) => {
    const { cells, fault } = row;
    if (fault !== undefined) return sortOut(row, { code: 'row-format', reason: fault });
    const invalid = validate(cells);
    if (invalid) return sortOut(row, invalid);
    const [item = '', location = '', bucket = '', quantity = '', unit = '', kind = ''] = cells;
    addGood(
      partitionOf(item, location, partitions),
      `${row.line},${item},${location},${bucket},${quantity},${unit},${kind || 'baseline'}\n`,
    );
  };
}

async function writeManifest({ objects }: SplitPorts, manifest: ReleaseManifest) {
  const numbers = Array.from({ length: manifest.partitions }, (_, partition) => `${partition}\n`);
  const key = releaseKeys.partitions(manifest.releaseId);
  await objects.write('work', key, Buffer.from(`partition\n${numbers.join('')}`), {
    contentType: 'text/csv',
  });
  return writeWorkObject(
    objects,
    releaseKeys.manifest(manifest.releaseId),
    JSON.stringify(manifest),
    manifest.received,
  );
}

async function commitRelease(
  { records }: SplitPorts,
  documentId: string,
  { releaseId, received, quarantined }: ReleaseManifest,
  manifest: NonNullable<ForecastRelease['manifest']>,
  correlationId: CorrelationId,
): Promise<Result<void>> {
  const document = await records.get('document', documentId);
  if (!document) return fail(problem('not-found', `there is no document ${documentId}`));
  const existing: StoredRecord<'forecast-release'> | undefined = await records.get(
    'forecast-release',
    releaseId,
  );
  if (existing) return ok(undefined);
  const { fileName, receivedAt } = document.body;
  const body: ForecastRelease = {
    id: releaseId,
    documentId,
    state: 'received',
    fileName,
    counts: { received, applied: 0, rejected: 0, quarantined, inFlight: received - quarantined },
    manifest,
    reasons: [],
    receivedAt,
  };
  const data = { releaseId, documentId, fileName };
  return records.commit({
    changes: [
      {
        type: 'forecast-release',
        id: releaseId,
        expect: 'absent',
        body,
        events: [{ name: 'forecast-release-received', data }],
      },
      {
        type: 'document',
        id: documentId,
        expect: document.version,
        body: { ...document.body, state: 'in_progress', resultId: releaseId },
      },
    ],
    correlationId,
    causationId: documentId,
  });
}
