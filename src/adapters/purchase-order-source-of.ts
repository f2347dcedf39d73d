import type { PurchaseOrderSource } from '#business/purchasing/ports.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type AdapterFactories, adapterOf } from './adapter-of.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { secretCredentials } from './secretsmanager/credential-of.ts';
import { trytonPurchaseOrderSource } from './tryton/purchase-order-source.ts';

/** The source of every kind of system there is. */
const factories: AdapterFactories<PurchaseOrderSource> = { tryton: trytonPurchaseOrderSource };

/** The source of a system's purchase orders in this environment. Problems: as `adapterOf`. */
export async function purchaseOrderSourceOf(system: string): Promise<Result<PurchaseOrderSource>> {
  const parts = { settings: dynamoSettings(), credentialOf: secretCredentials(), records: dynamoRecords() };
  const made = await adapterOf({ ...parts, factories, clock: systemClock }, system);
  return made.ok ? ok(made.value.adapter) : made;
}
