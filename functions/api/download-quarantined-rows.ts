import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { s3Objects } from '#adapters/s3/objects.ts';
import { readBeginning, wholeLines } from '#api/answers/read-beginning.ts';
import { findRecord } from '#api/answers/read-record.ts';
import { apiOperation } from '#api/operation.ts';
import { downloadQuarantinedRows } from '#api/routes/forecast-releases.ts';
import { quarantinedRowSchema } from '#business/forecasting/model.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok } from '#core/kernel/result.ts';

const LINK_SECONDS = 300;
const MOST_SHOWN = 50;

const rowOf = (line: string) => quarantinedRowSchema.parse(JSON.parse(line));

interface Ports {
  readonly records: Records;
  readonly objects: Pick<ObjectStore, 'downloadLink' | 'read' | 'size'>;
  readonly clock: Clock;
}

export const operation = ({ records, objects, clock }: Ports) =>
  apiOperation(downloadQuarantinedRows, async ({ params: { releaseId } }) => {
    const release = await findRecord(records, 'forecast-release', releaseId);
    if (!release.ok) return release;
    const { quarantine } = release.value.body;
    if (!quarantine) return fail(problem('not-found', `No row of release ${releaseId} is quarantined.`));
    const fileName = `${releaseId}-quarantined-rows.${quarantine.key.split('.').slice(1).join('.') || 'csv'}`;
    const expiresAt = new Date(Date.parse(clock.now()) + LINK_SECONDS * 1000).toISOString();
    const url = await objects.downloadLink('work', quarantine.key, LINK_SECONDS, fileName);
    const beginning = await readBeginning(objects, 'work', quarantine.key);
    const first = beginning ? wholeLines(beginning).slice(0, MOST_SHOWN).map(rowOf) : [];
    return ok({ releaseId, rows: quarantine.rows, first, url, expiresAt });
  });

export const handler = apiHandler(
  operation({ records: dynamoRecords(), objects: s3Objects(), clock: systemClock }),
);
