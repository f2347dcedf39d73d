import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { Blocked } from '../bootstrap/blocked.mjs';
import type { Outputs } from '../deploy.ts';
import { SYSTEM } from './configure.ts';
import { outputOf } from './outputs.ts';

/** Have Crossdock pull from the ERP now, instead of when the schedule says: `SyncMasterData` or `SyncPurchaseOrders`. */
export async function syncNow(
  outputs: Outputs,
  what: 'SyncMasterData' | 'SyncPurchaseOrders' | 'SyncGoodsReceipts',
): Promise<void> {
  const FunctionName = outputOf(outputs, `${what}FunctionName`);
  const answer = await new LambdaClient({}).send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify({ system: SYSTEM }) }),
  );
  if (!answer.FunctionError) return;
  throw new Blocked(`${FunctionName} failed: ${Buffer.from(answer.Payload ?? []).toString()}`);
}
