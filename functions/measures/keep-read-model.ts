import * as z from 'zod';
import { apartInDryRuns } from '#adapters/dry-run/dry-run.ts';
import { dynamoEventsOfRecord } from '#adapters/dynamodb/read-model-events.ts';
import { dynamoReadModelTable } from '#adapters/dynamodb/read-model-table.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { countAdditions } from '#adapters/lambda/figure-metrics.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { queueHandler } from '#adapters/lambda/queue-handler.ts';
import { countingRules } from '#business/measures/counting-rules.ts';
import { envelopeSchema } from '#events/envelope.ts';
import { keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';

const records = dynamoRecords();
const settings = dynamoSettings();
const ports = { records, events: dynamoEventsOfRecord() };
/** It remembers what it has listed. */
const readModel = apartInDryRuns(() => readModelIn(dynamoReadModelTable()));

/** What overtakes by moments is ordinary; what is missed for longer was not carried. */
const LATE_MS = 60_000;

/** Any event of ours → counted once; what waits and under which names its record is found. */
export const handler = queueHandler(
  z.looseObject({ detail: envelopeSchema }),
  async ({ detail }, { logger }) => {
    // Only what happens to releases is held against what was agreed.
    const agreed = detail.id.startsWith('forecast-release/') ? await settings.get('measures') : undefined;
    const rules = countingRules({ due: agreed?.value.forecastDue });
    const kept = await keepReadModel({ ...ports, readModel: readModel(), rules }, detail);
    if (!kept.ok) return kept;
    const { counted, gaps, lost, additions } = kept.value;
    const late = gaps.filter(({ at }) => Date.now() - Date.parse(at) > LATE_MS);
    if (gaps.length + lost > 0) logger.warn('a gap was noticed', { event: detail.id, gaps, lost });
    count('EventsCounted', counted);
    count('EventGaps', late.length);
    count('EventsLost', lost);
    countAdditions(additions);
    return kept;
  },
);
