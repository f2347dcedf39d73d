import type { GoodsReceiptSource } from '#business/purchasing/receipt-ports.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type AdapterFactories, adapterOf } from './adapter-of.ts';
import { dynamoRecords } from './dynamodb/records.ts';
import { dynamoSettings } from './dynamodb/settings.ts';
import { secretCredentials } from './secretsmanager/credential-of.ts';
import { trytonGoodsReceiptSource } from './tryton/goods-receipt-source.ts';

/** The source of every kind of system there is. */
const factories: AdapterFactories<GoodsReceiptSource> = { tryton: trytonGoodsReceiptSource };

/** The source of a system's goods receipts in this environment. Problems: as `adapterOf`. */
export async function goodsReceiptSourceOf(system: string): Promise<Result<GoodsReceiptSource>> {
  const parts = { settings: dynamoSettings(), credentialOf: secretCredentials(), records: dynamoRecords() };
  const made = await adapterOf({ ...parts, factories, clock: systemClock }, system);
  return made.ok ? ok(made.value.adapter) : made;
}
