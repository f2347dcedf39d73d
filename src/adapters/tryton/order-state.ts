import * as z from 'zod';
import type { Result } from '#core/kernel/result.ts';
import { ok } from '#core/kernel/result.ts';
import type { SystemDocument, SystemDocumentState } from '#platform/posting/system-of-record.ts';
import type { TrytonClient } from './client.ts';
import { instantValue } from './wire.ts';

/** The states of a purchase in Tryton, by what they mean to us: a quotation binds nobody yet. */
const meaning = {
  draft: 'draft',
  quotation: 'draft',
  confirmed: 'confirmed',
  processing: 'confirmed',
  done: 'confirmed',
  cancelled: 'cancelled',
} as const satisfies Record<string, SystemDocumentState>;

export const purchaseState = z.enum(Object.keys(meaning) as (keyof typeof meaning)[]);
export type PurchaseState = z.infer<typeof purchaseState>;

export const stateOf = (state: PurchaseState): SystemDocumentState => meaning[state];

const purchaseHead = z.object({
  id: z.int(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  state: purchaseState,
  create_date: instantValue,
  _timestamp: z.union([z.string(), z.number()]).nullable(),
});
export type PurchaseHead = z.infer<typeof purchaseHead>;

const fields = ['number', 'reference', 'state', 'create_date', '_timestamp'];

/** The heads of the purchases a domain of the ERP describes, oldest first. */
export const readHeads = (
  client: TrytonClient,
  domain: readonly unknown[],
): Promise<Result<readonly PurchaseHead[]>> =>
  client.read({
    method: 'model.purchase.purchase.search_read',
    params: [domain, 0, null, [['id', 'ASC']], fields],
    answer: z.array(purchaseHead),
  });

export async function readHead(client: TrytonClient, id: number): Promise<Result<PurchaseHead | undefined>> {
  const heads = await readHeads(client, [['id', '=', id]]);
  return heads.ok ? ok(heads.value[0]) : heads;
}

export const systemOrder = ({ id, number, state, create_date }: PurchaseHead): SystemDocument => ({
  nativeId: String(id),
  ...(number === null ? {} : { number }),
  state: stateOf(state),
  createdAt: create_date,
});

/** Has the ERP refuse a change when the purchase was written since this head was read. */
export const unlessChanged = ({ id, _timestamp }: PurchaseHead) => ({
  _timestamp: { [`purchase.purchase,${id}`]: _timestamp },
});
