import type { PartyRole, TradeParty } from '#core/canonical/trade.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';

/** A party as the partner knows it; its qualifiers come from its role and the schemes of its numbers. */
export type OrderParty = Omit<TradeParty, 'role' | 'code'> & { readonly role: Exclude<PartyRole, 'other'> };

/** The numbers of an item that the partner knows: `buyer-item`, `supplier-item`, `gtin`, or `x12:mg` as it is. */
export interface OrderItem {
  readonly identifiers: readonly Identifier[];
  readonly description?: string;
}

/** What an order to a partner needs beside the order itself. */
export interface OrderContext {
  readonly parties: readonly OrderParty[];
  /** By the item's id. */
  readonly items: ReadonlyMap<string, OrderItem>;
}
