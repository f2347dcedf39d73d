import '#test/builders/silent-logs.ts';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamoEventsOfRecord } from '#adapters/dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { figuresIn } from '#platform/read-model/figures.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';
import { happenings } from '#test/builders/read-model-happenings.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { embeddedCloud } from './embedded-cloud.ts';
import { commitOf } from './open-records.ts';
import { recordsIndexes, type ThrowAwayTable, throwAwayTable } from './throw-away-tables.ts';

let journal: ThrowAwayTable;
let model: ThrowAwayTable;
let settings: ThrowAwayTable;

beforeEach(async () => {
  [journal, model, settings] = await Promise.all([
    throwAwayTable(recordsIndexes),
    throwAwayTable(),
    throwAwayTable(),
  ]);
  const { endpoint, region, credentials } = embeddedCloud();
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    RECORDS_TABLE: journal.table,
    SETTINGS_TABLE: settings.table,
    READ_MODEL_TABLE: model.table,
    POWERTOOLS_METRICS_DISABLED: 'true',
  }))
    vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([journal.remove(), model.remove(), settings.remove()]);
});

const message = (messageId: string, body: unknown) =>
  ({
    messageId,
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '1' },
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:crossdock-local-read-model',
  }) as unknown as SQSRecord;

describe('the functions of measures', () => {
  it('[E3] a batch of events is counted, what is none fails alone, and what waits is watched', async () => {
    const clock = fixedClock(new Date(Date.now() - 2 * 86_400_000).toISOString());
    const records = dynamoRecords({ ...journal, auditTable: journal.table, clock });
    const commit = async (...changes: readonly AnyChange[]) => {
      unwrap(await records.commit(commitOf(...changes)));
      return [];
    };
    const [open, , resolve] = happenings.exception;
    for (const act of [open, resolve]) await act({ records, clock, commit }, 'ex-1');
    await open({ records, clock, commit }, 'ex-2');
    const ofFirst = await dynamoEventsOfRecord(journal).between('exception', 'ex-1', 1, 2);
    const ofSecond = await dynamoEventsOfRecord(journal).between('exception', 'ex-2', 1, 1);
    const events = [...ofFirst, ...ofSecond].map((detail, n) =>
      message(`m-${n}`, { 'detail-type': detail.type, detail }),
    );
    const batch = { Records: [...events, message('m-poison', { detail: 'nothing' }), ...events] } as SQSEvent;

    const { handler: keep } = await import('#functions/measures/keep-read-model.ts');
    expect(await keep(batch, lambdaContext)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-poison' }] });
    const { handler: watch } = await import('#functions/measures/watch-waiting.ts');
    expect(await watch({}, lambdaContext)).toMatchObject({
      exceptionsOpen: 1,
      exceptionsOverdue: { buyer: 1, ops: 0 },
      sourcesStale: 0,
    });
    const figures = figuresIn(dynamoReadModelTable(model));
    expect(await figures.find('ex-2', 5)).toMatchObject([{ type: 'exception', id: 'ex-2' }]);
  });
});
