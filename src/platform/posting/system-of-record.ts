/** The port every system of record (an ERP) implements for purchase orders. One adapter a system; one conformance kit. */
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
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

export type PurchaseOrderOperation = 'create' | 'confirm' | 'discard';

/** What may be asked of an order that stands in a system; whatever a state does not list is a buyer's task. */
export type PurchaseOrderChange =
  | 'quantity'
  | 'price'
  | 'item'
  | 'dates'
  | 'add-line'
  | 'cancel-line'
  | 'cancel';

/** What an adapter declares about its system. The platform promises no more than this. */
export interface SystemCapabilities {
  readonly repeats: { readonly [O in PurchaseOrderOperation]: RepeatGuarantee };
  /** `createDraft` makes something without effect until `confirm`; false: it makes a confirmed order at once. */
  readonly hasDrafts: boolean;
  /** The longest time between sending a request and its effect being visible to look-ups, even if no answer came. */
  readonly longestCommitDelaySeconds: number;
  readonly changes: { readonly [S in SystemOrderState]: readonly PurchaseOrderChange[] };
}

export type SystemOrderState = 'draft' | 'confirmed' | 'cancelled';

/** An order as it stands in the system, as far as posting is concerned. */
export interface SystemOrder {
  /** The key the system's API knows it by. */
  readonly nativeId: string;
  /** The number people know it by; a draft may have none yet. */
  readonly number?: string;
  readonly state: SystemOrderState;
  readonly createdAt: Instant;
}

/** An order with its lines, to compare with what was sent. */
export interface SystemOrderDetail extends SystemOrder {
  readonly reference: string;
  readonly lines: readonly SystemOrderLine[];
}

export interface SystemOrderLine {
  /** Our item, as the cross-reference of its native product says; undefined when there is none. */
  readonly itemId?: string;
  readonly quantity: Quantity;
  readonly requestedDate?: LocalDate;
}

/**
 * Purchase orders of one system. Every answer is a value; an adapter throws only on bugs.
 *
 * The problem says whether the request may have had an effect, so adapters map with care:
 * `outcome-unknown` when it may have (answer lost, time-out after sending, 502/504, connection reset);
 * `system-unavailable` (could not connect, 503, a 500 that rolled back), `system-throttled` (with
 * `retryAfterSeconds` if told), `system-credentials`, `system-refused` (detail = the system's own words, for a
 * buyer) and `system-stale` only when it certainly had none.
 */
export interface SystemOfRecord {
  /** Id of the system's settings, such as `tryton`; scheme of its numbers is `<id>:purchase-order`. */
  readonly id: string;
  readonly capabilities: SystemCapabilities;
  /** Send the order under our reference (see `reference.ts`). Where there are no drafts the answer is `confirmed`. */
  createDraft(order: PurchaseOrder, reference: string): Promise<Result<SystemOrder>>;
  /** Every order with the reference, cancelled ones too, in any order; it sees what was committed before the call. */
  findByReference(reference: string): Promise<Result<readonly SystemOrder[]>>;
  /** Make a draft binding. One that is confirmed already is a success; a cancelled or missing one `system-refused`. */
  confirm(nativeId: string): Promise<Result<SystemOrder>>;
  /** Remove or cancel a draft. One that is gone or cancelled is a success; a confirmed one `system-refused`. */
  discardDraft(nativeId: string): Promise<Result<void>>;
  /** Undefined when the system has no such order. */
  readPurchaseOrder(nativeId: string): Promise<Result<SystemOrderDetail | undefined>>;
}
