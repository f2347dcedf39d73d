import * as z from 'zod';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { masterDataSourceOf } from '#adapters/master-data-source-of.ts';
import { entities } from '#business/master-data/ports.ts';
import { pullSource } from '#business/master-data/pull-source.ts';
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { systemSchema } from '#core/canonical/settings.ts';
import { systemClock } from '#core/kernel/clock.ts';

const input = z.looseObject({
  system: systemSchema.shape.id,
  /** All of them when left out. */
  entities: z
    .array(z.enum(entities))
    .min(1)
    .default([...entities]),
});

/** Every 15 minutes, and on demand: master data and stock of a system → our records; answers the counts. */
export const handler = taskHandler(input, async ({ system, entities: wanted }, { correlationId, logger }) => {
  const ports = { records: dynamoRecords(), clock: systemClock };
  const about = { system, what: 'master-data', everySeconds: 900, correlationId } as const;
  const pull = async () => {
    const source = await masterDataSourceOf(system);
    if (!source.ok) return source;
    return syncMasterData({ ...ports, source: source.value }, { entities: wanted, correlationId });
  };
  const synced = await pullSource(ports, about, pull, (counts) => Object.values(counts));
  if (synced.ok) logger.info('synchronised', { system, counts: synced.value });
  return synced;
});
