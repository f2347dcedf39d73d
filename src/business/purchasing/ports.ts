/** What the synchronisation of purchase orders needs from the system of record. */
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import type { Money, Price } from '#core/kernel/money.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';

/**
 * `draft` is no order yet and is passed over. `received`: nothing more is expected. `cancelled`: nothing was received
 * and nothing will be.
 */
export type SystemPurchaseOrderState = 'draft' | 'confirmed' | 'part_received' | 'received' | 'cancelled';

/** A purchase order as a system has it now, whoever made it. */
export interface SystemPurchaseOrder {
  /** Key of the system's API; kept as `{ scheme: '<system>:purchase-order', value }`, as posting keeps it. */
  readonly nativeId: string;
  /** The number people know it by. */
  readonly number?: string;
  /** The external reference posting sent (`CD-…`), or whatever else stands in that field. */
  readonly reference?: string;
  readonly state: SystemPurchaseOrderState;
  /** As `Candidate.sourceVersion` of master data: digits or an instant; the latest of order, lines and receipts. */
  readonly sourceVersion?: string;
  /** Our ids, as master data gives them; undefined where the system's party or warehouse is none of them. */
  readonly supplierId: string | undefined;
  readonly locationId: string | undefined;
  readonly orderDate: LocalDate;
  /** Of the goods, without tax; undefined where its currency is none we know. */
  readonly total: Money | undefined;
  /** The lines with goods, in their order; at least one. An order without goods is left out. */
  readonly lines: readonly SystemPurchaseOrderLine[];
}

export interface SystemPurchaseOrderLine {
  /** The number we posted it under, which an order made by us has from 1 in the order of its lines; else its place. */
  readonly lineNumber: number;
  /** Our item's id; undefined where the system's product is none of ours. */
  readonly itemId: string | undefined;
  /** The unit is undefined where the system's unit is none we know: the order is then rejected, with the reason. */
  readonly quantity: { readonly value: string; readonly unit: UnitCode | undefined };
  /** Part of the quantity that is neither received nor cancelled, in the same unit; 0 for a cancelled order. */
  readonly openQuantity: string;
  readonly price: Price | undefined;
  /** What was asked for, where the system keeps it apart from what is promised. */
  readonly requestedDate?: LocalDate;
  /** When the goods are expected to arrive now, as supplier or buyer said last. */
  readonly promisedDate?: LocalDate;
}

/**
 * Purchase orders of one system. `pull` gives, in pages, every order that is open, and every one written at or after
 * `changedSince` whatever its state. A problem ends the pull, as for master data; it throws only on bugs.
 */
export interface PurchaseOrderSource {
  /** Id of the system's settings, such as `tryton`. */
  readonly id: string;
  pull(changedSince: Instant): AsyncIterable<Result<readonly SystemPurchaseOrder[]>>;
}

export interface PurchaseOrderSyncPorts {
  readonly source: PurchaseOrderSource;
  readonly records: Pick<Records, 'get' | 'getMany' | 'findByIdentifier' | 'commit'>;
  readonly clock: Clock;
  /** Whether posting made the reference, as posting says. */
  readonly isOurReference: (reference: string) => boolean;
}
