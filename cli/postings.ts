import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { documentClient } from '#adapters/dynamodb/client.ts';
import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { secretCredentials } from '#adapters/secretsmanager/credential-of.ts';
import { systemsOfRecord } from '#adapters/systems-of-record.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { newCorrelationId } from '#core/kernel/correlation.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { RedriveParts } from '#platform/posting/redrive-posting.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import { effectId, effectOf, type OperationName } from '#platform/posting/reference.ts';
import { type HandSettlementParts, settleByHand } from '#platform/posting/settle-by-hand.ts';
import { operator } from './settings.ts';
import type { StackOutputs } from './stack-outputs.ts';

export type PostingPorts = RedriveParts & HandSettlementParts;

/** Postings of a deployed environment, with the credentials of the shell. */
export function postingPorts(outputs: StackOutputs): PostingPorts {
  const client = documentClient();
  const [table, auditTable] = [outputs('RecordsTableName'), outputs('AuditTableName')];
  const records = dynamoRecords({ client, table, auditTable });
  const settings = dynamoSettings({ client, table: outputs('SettingsTableName') });
  const credentialOf = secretCredentials(new SecretsManagerClient({}), outputs('SystemSecretsPrefix'));
  return {
    records,
    store: dynamoPostings({ client, table: outputs('PostingsTableName') }),
    connect: systemsOfRecord({ settings, credentialOf, records }),
    clock: systemClock,
  };
}

/** Have an order, a change of one or an invoice posted again whose cause was repaired; answers what to print. */
export async function redriveDocument(
  ports: RedriveParts,
  documentId: string,
  reason: string,
): Promise<string> {
  const { operation } = await postedAs(ports, documentId);
  const correlationId = newCorrelationId();
  unwrap(await redrivePosting(ports, { operation, documentId, reason, actor: operator(), correlationId }));
  return `${documentId} is requested again; what an earlier attempt left is looked up first.`;
}

/** Say which document in the system a posting came to that nothing could prove; answers what to print. */
export async function settleDocument(
  ports: PostingPorts,
  documentId: string,
  nativeId: string,
  reason: string,
): Promise<string> {
  const { operation, system } = await postedAs(ports, documentId);
  const effect = effectId(effectOf(system, operation, documentId));
  const settlement = { effectId: effect, nativeId, reason, actor: operator() };
  unwrap(await settleByHand(ports, { ...settlement, correlationId: newCorrelationId() }));
  return `${documentId} is settled with ${nativeId}.`;
}

const posted = [
  { type: 'purchase-order', operation: 'create-purchase-order' },
  { type: 'order-change', operation: 'amend-purchase-order' },
  { type: 'invoice', operation: 'post-supplier-invoice' },
] as const;

/** What a document is posted as: the ids of our records tell them apart. */
async function postedAs(
  { records }: Pick<RedriveParts, 'records'>,
  id: string,
): Promise<{ readonly operation: OperationName; readonly system: string }> {
  for (const { type, operation } of posted) {
    const stored = await records.get(type, id);
    if (stored) return { operation, system: stored.body.system };
  }
  throw new Error(`not-found: no order, order change or invoice has the id ${id}.`);
}
