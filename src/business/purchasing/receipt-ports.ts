/** What the synchronisation of goods receipts needs from the system that receives. */
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';

/** Goods that arrived at one place from one supplier, as a system has them now. */
export interface SystemGoodsReceipt {
  /** Key of the system's API; kept as `{ scheme: '<system>:goods-receipt', value }`. */
  readonly nativeId: string;
  /** The number people know it by. */
  readonly number: string;
  /** `cancelled`: it was a mistake, nothing of it came. */
  readonly state: 'received' | 'cancelled';
  /** As for purchase orders: digits or an instant; the latest of the receipt and its movements. */
  readonly sourceVersion?: string;
  /** Our ids, as master data gives them; undefined where the system's party or warehouse is none of them. */
  readonly supplierId: string | undefined;
  readonly locationId: string | undefined;
  readonly receivedOn: LocalDate;
  readonly lines: readonly SystemGoodsReceiptLine[];
}

export interface SystemGoodsReceiptLine {
  /** The order it came for, by the key of the system's API; undefined when for none. */
  readonly orderNativeId?: string;
  /** The line of that order, as purchase orders number it. */
  readonly lineNumber?: number;
  /** Our item's id; undefined where the system's product is none of ours. */
  readonly itemId: string | undefined;
  /** All that came. The unit is undefined where the system's unit is none we know. */
  readonly quantity: { readonly value: string; readonly unit: UnitCode | undefined };
  /** Part of it that was put where nothing may be used, in the same unit. */
  readonly damaged: string;
}

/**
 * Goods receipts of one system. `pull` gives, in pages, every receipt that is over and was written at or after
 * `changedSince`. A problem ends the pull, as for purchase orders; it throws only on bugs.
 */
export interface GoodsReceiptSource {
  /** Id of the system's settings, such as `tryton`. */
  readonly id: string;
  pull(changedSince: Instant): AsyncIterable<Result<readonly SystemGoodsReceipt[]>>;
}

export interface GoodsReceiptSyncPorts {
  readonly source: GoodsReceiptSource;
  readonly records: Pick<Records, 'get' | 'getMany' | 'findByIdentifier' | 'commit'>;
  readonly clock: Clock;
}
