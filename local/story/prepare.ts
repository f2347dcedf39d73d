import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { type CrossdockClient, crossdockClient } from '#contracts/client.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Distributor } from '../erp-seed/distributor.ts';
import { seedErp } from '../erp-seed/seed-erp.ts';
import { phase, type Say } from '../progress.ts';
import type { RunningStack } from '../raise-stack.ts';
import { configure, configureRouting } from './configure.ts';
import { type OnboardedConsumer, onboardConsumer } from './onboard-consumer.ts';
import { outputOf } from './outputs.ts';
import { syncNow } from './sync.ts';

/** How the story looks at Crossdock: by its API as a consumer, and into its records where the API has no view. */
export interface Eyes {
  readonly consumer: OnboardedConsumer;
  readonly api: CrossdockClient;
  readonly records: Records;
}

/** Fill the ERP with a distributor, tell Crossdock where the ERP is, let a consumer in, and sync. */
export async function prepare(
  stack: RunningStack,
  content: Distributor,
  today: string,
  say: Say,
): Promise<Eyes> {
  const { outputs, erp } = stack;
  await phase('Filling the ERP with a distributor, through its own API', say, () =>
    seedErp(erp, content, today),
  );
  await configure(outputs, erp);
  const consumer = await onboardConsumer(outputs, 'planner-workbench');
  const api = crossdockClient(consumer);
  await phase('Syncing master data and open orders from the ERP', say, async () => {
    await syncNow(outputs, 'SyncMasterData');
    const { data } = await api.listLocations({ limit: 100 });
    await configureRouting(outputs, [...new Set(data.entries.map(({ company }) => company))]);
    await syncNow(outputs, 'SyncPurchaseOrders');
  });
  const table = outputOf(outputs, 'RecordsTableName');
  const auditTable = outputOf(outputs, 'AuditTableName');
  return { consumer, api, records: dynamoRecords({ table, auditTable }) };
}
