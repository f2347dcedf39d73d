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
  /** For reports about several of our locations: the numbers the partner knows them by, by the location's id. */
  readonly locations?: ReadonlyMap<string, readonly Identifier[]>;
}

/** What a change of an order needs beside it. */
export interface ChangeContext extends OrderContext {
  /** What POC03 means to the partner: the new total, or how much more or less. The total unless it is agreed. */
  readonly changeQuantities?: 'total' | 'delta';
}
