import { ok } from '#core/kernel/result.ts';
import type {
  AllowedChanges,
  DocumentCapabilities,
  SystemOfRecord,
} from '#platform/posting/system-of-record.ts';
import type { SystemFactory } from '../system-factory.ts';
import { amendments } from './amendments.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { cancelOrder, confirmOrder } from './confirm-purchase-order.ts';
import { connectionOf } from './connection.ts';
import { createOrderDraft } from './create-purchase-order.ts';
import { readHeads, systemOrder } from './order-state.ts';
import type { TrytonParts } from './parts.ts';
import { readOrder } from './read-purchase-order.ts';
import { supplierInvoices } from './supplier-invoices.ts';

/**
 * What Tryton promises of orders, amendments and invoices alike. `reference` is not unique, so a repeated create
 * makes a second draft: documents are looked up. Confirming and cancelling skip what is already there.
 */
export const trytonCapabilities: DocumentCapabilities = {
  repeats: { create: 'lookupOnly', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
  hasDrafts: true,
  // A request ends after a minute there (setting request.timeout bounds reads; creates take well below).
  longestCommitDelaySeconds: 90,
};

/**
 * What an order still allows once it binds comes with the module purchase_amendment. Its dates are fixed, and a line
 * cannot be added. A cancelled line is one for nothing, which what has come already does not allow.
 */
export const trytonChanges: AllowedChanges = {
  draft: [],
  confirmed: ['quantity', 'price', 'item', 'cancel-line'],
  part_received: ['quantity', 'price', 'item', 'cancel-line'],
  received: ['price'],
  cancelled: [],
};

/** The adapter of one Tryton. */
export const trytonSystem: SystemFactory = (settings, { credential, records, clock }) => {
  const connection = connectionOf(settings, credential, clock);
  return systemOn({ system: settings.id, client: trytonClient(connection), records, clock });
};

/** The adapter on a client: where tests put what loses answers. */
export const systemOn = (parts: TrytonParts): SystemOfRecord => ({
  id: parts.system,
  changes: trytonChanges,
  purchaseOrders: {
    capabilities: trytonCapabilities,
    createDraft: (order, reference) => createOrderDraft(parts, order, reference),
    findByReference: (reference) => findByReference(parts.client, reference),
    confirm: (nativeId) => confirmOrder(parts.client, nativeId),
    discardDraft: (nativeId) => cancelOrder(parts.client, nativeId),
    read: (nativeId) => readOrder(parts, nativeId),
  },
  amendments: amendments(parts, trytonCapabilities),
  supplierInvoices: supplierInvoices(parts, trytonCapabilities),
});

async function findByReference(client: TrytonClient, reference: string) {
  const heads = await readHeads(client, [['reference', '=', reference]]);
  return heads.ok ? ok(heads.value.map(systemOrder)) : heads;
}
