/** The port every system of record (an ERP) implements. One adapter a system; one conformance kit. */

import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import type { Result } from '#core/kernel/result.ts';

/**
 * What a system can promise about one operation sent twice under the same reference.
 * - `nativeIdempotency`: it answers the second as the first, at any time.
 * - `uniqueReference`: it refuses a second document with the reference; the adapter then answers the first one.
 * - `lookupOnly`: it takes both; documents can be found by reference.
 * - `none`: it takes both and cannot be asked.
 */
export type RepeatGuarantee = 'nativeIdempotency' | 'uniqueReference' | 'lookupOnly' | 'none';

export type DocumentStep = 'create' | 'confirm' | 'discard';

/** What an adapter declares about one kind of document in its system. The platform promises no more than this. */
export interface DocumentCapabilities {
  readonly repeats: { readonly [S in DocumentStep]: RepeatGuarantee };
  /** `createDraft` makes something without effect until `confirm`; false: it takes effect at once. */
  readonly hasDrafts: boolean;
  /** The longest time between sending a request and its effect being visible to look-ups, even if no answer came. */
  readonly longestCommitDelaySeconds: number;
}

/** What may be asked of an order that stands in a system; whatever a state does not list is a buyer's task. */
export type PurchaseOrderChange =
  | 'quantity'
  | 'price'
  | 'item'
  | 'dates'
  | 'add-line'
  | 'cancel-line'
  | 'cancel';

/** How far an order has come in its system; goods of a `confirmed` one are all still to come. */
export type OrderStanding = 'draft' | 'confirmed' | 'part_received' | 'received' | 'cancelled';

/** The changes a system allows, by how far the order has come. */
export type AllowedChanges = { readonly [S in OrderStanding]: readonly PurchaseOrderChange[] };

/** `confirmed` has taken effect: the order binds, the amendment is in the order, the invoice is in the books. */
export type SystemDocumentState = 'draft' | 'confirmed' | 'cancelled';

/** A document as it stands in the system, as far as posting is concerned. */
export interface SystemDocument {
  /** The key the system's API knows it by. */
  readonly nativeId: string;
  /** The number people know it by; a draft may have none yet. */
  readonly number?: string;
  readonly state: SystemDocumentState;
  readonly createdAt: Instant;
}

/** With the reference it was sent under. */
export interface ReferredDocument extends SystemDocument {
  readonly reference: string;
}

/** An order with its lines, to compare with what was sent. */
export interface SystemOrderDetail extends ReferredDocument {
  readonly lines: readonly SystemOrderLine[];
}

export interface SystemOrderLine {
  /** Our item, as the cross-reference of its native product says; undefined when there is none. */
  readonly itemId?: string;
  readonly quantity: Quantity;
  readonly requestedDate?: LocalDate;
}

/** A purchase order of ours, or of the system's own, as it is known there. */
export interface OrderInSystem {
  readonly order: PurchaseOrder;
  readonly nativeId: string;
}

/** A decided change of an order, as far as the system is concerned. */
export interface OrderAmendment extends OrderInSystem {
  readonly change: OrderChangeRecord;
}

/** A matched invoice, and the orders its lines are of. */
export interface InvoiceToBook {
  readonly invoice: Invoice;
  readonly orders: readonly OrderInSystem[];
}

/**
 * One kind of document in one system. Every answer is a value; an adapter throws only on bugs.
 *
 * The problem says whether the request may have had an effect, so adapters map with care:
 * `outcome-unknown` when it may have (answer lost, time-out after sending, 502/504, connection reset);
 * `system-unavailable` (could not connect, 503, a 500 that rolled back), `system-throttled` (with
 * `retryAfterSeconds` if told), `system-credentials`, `system-refused` (detail = the system's own words, for a
 * person) and `system-stale` only when it certainly had none.
 */
export interface DocumentPort<Document> {
  readonly capabilities: DocumentCapabilities;
  /** Send it under our reference (see `reference.ts`). Answered `confirmed` where it has taken effect already. */
  createDraft(document: Document, reference: string): Promise<Result<SystemDocument>>;
  /** Everything with the reference, cancelled too, in any order; it sees what was committed before the call. */
  findByReference(reference: string): Promise<Result<readonly SystemDocument[]>>;
  /** Let a draft take effect. One that has is a success; a cancelled or missing one `system-refused`. */
  confirm(nativeId: string, document: Document): Promise<Result<SystemDocument>>;
  /** Remove or cancel a draft. One that is gone or cancelled is a success; a confirmed one `system-refused`. */
  discardDraft(nativeId: string): Promise<Result<void>>;
  /** Undefined when the system has none. */
  read(nativeId: string): Promise<Result<ReferredDocument | undefined>>;
}

export interface PurchaseOrderPort extends DocumentPort<PurchaseOrder> {
  read(nativeId: string): Promise<Result<SystemOrderDetail | undefined>>;
}

export interface SystemOfRecord {
  /** Id of the system's settings, such as `tryton`; scheme of its numbers is `<id>:purchase-order` and the like. */
  readonly id: string;
  readonly changes: AllowedChanges;
  readonly purchaseOrders: PurchaseOrderPort;
  /** Amendments of orders that stand in the system; asked only for what `changes` allows. */
  readonly amendments: DocumentPort<OrderAmendment>;
  /** Invoices of suppliers. One that somebody else has booked there under its number is answered `confirmed`. */
  readonly supplierInvoices: DocumentPort<InvoiceToBook>;
}
