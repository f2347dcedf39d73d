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
import { effectId, effectOf } from '#platform/posting/reference.ts';
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

/** Have an order posted again whose cause was repaired; answers what to print. */
export async function redriveOrder(
  ports: RedriveParts,
  purchaseOrderId: string,
  reason: string,
): Promise<string> {
  const correlationId = newCorrelationId();
  const order = { operation: 'create-purchase-order', documentId: purchaseOrderId } as const;
  unwrap(await redrivePosting(ports, { ...order, reason, actor: operator(), correlationId }));
  return `${purchaseOrderId} is requested again; what an earlier attempt left is looked up first.`;
}

/** Say which order in the system a posting came to that nothing could prove; answers what to print. */
export async function settleOrder(
  ports: PostingPorts,
  purchaseOrderId: string,
  nativeId: string,
  reason: string,
): Promise<string> {
  const order = await ports.records.get('purchase-order', purchaseOrderId);
  if (!order) throw new Error(`There is no purchase order ${purchaseOrderId}.`);
  const effect = effectId(effectOf(order.body.system, 'create-purchase-order', purchaseOrderId));
  const settlement = { effectId: effect, nativeId, reason, actor: operator() };
  unwrap(await settleByHand(ports, { ...settlement, correlationId: newCorrelationId() }));
  return `${purchaseOrderId} is settled with ${nativeId}.`;
}
