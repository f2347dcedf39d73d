import { ok } from '#core/kernel/result.ts';
import type { SystemCapabilities, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import type { SystemFactory } from '../system-factory.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { cancelDraft, confirmDraft } from './confirm-purchase-order.ts';
import { connectionOf } from './connection.ts';
import { readHeads, systemOrder } from './order-state.ts';
import type { TrytonParts } from './parts.ts';
import { createDraft } from './post-purchase-order.ts';
import { readOrder } from './read-purchase-order.ts';

/**
 * What Tryton promises. `reference` is not unique, so a repeated create makes a second draft: orders are looked up.
 * Confirming and cancelling are transitions that skip an order already there. What a confirmed order still allows
 * comes with the module purchase_amendment; its dates are fixed.
 */
export const trytonCapabilities: SystemCapabilities = {
  repeats: { create: 'lookupOnly', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
  hasDrafts: true,
  // A request ends after a minute there (setting request.timeout bounds reads; creates take well below).
  longestCommitDelaySeconds: 90,
  changes: {
    draft: ['quantity', 'price', 'item', 'dates', 'add-line', 'cancel-line', 'cancel'],
    confirmed: ['quantity', 'price', 'item'],
    cancelled: [],
  },
};

/** The adapter of one Tryton. */
export const trytonSystem: SystemFactory = (settings, { credential, records, clock }) => {
  const connection = connectionOf(settings, credential, clock);
  return systemOn({ system: settings.id, client: trytonClient(connection), records, clock });
};

/** The adapter on a client: where tests put what loses answers. */
export const systemOn = (parts: TrytonParts): SystemOfRecord => ({
  id: parts.system,
  capabilities: trytonCapabilities,
  createDraft: (order, reference) => createDraft(parts, order, reference),
  findByReference: (reference) => findByReference(parts.client, reference),
  confirm: (nativeId) => confirmDraft(parts.client, nativeId),
  discardDraft: (nativeId) => cancelDraft(parts.client, nativeId),
  readPurchaseOrder: (nativeId) => readOrder(parts, nativeId),
});

async function findByReference(client: TrytonClient, reference: string) {
  const heads = await readHeads(client, [['reference', '=', reference]]);
  return heads.ok ? ok(heads.value.map(systemOrder)) : heads;
}
