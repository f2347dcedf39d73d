/** The read model's table as a port: items under a partition and a sort text, read by key or by one range. */
import type { Result } from '#core/kernel/result.ts';

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Texts, numbers and JSON, as they were put. */
export type Item = ItemKey & Readonly<Record<string, unknown>>;

export interface RangeQuery {
  readonly pk: string;
  /** Sort texts from and to, both included; all of the partition when left out. */
  readonly between?: readonly [from: string, to: string];
  /** 1 to 20,000. */
  readonly limit: number;
}

/** One item of a transaction. No two of a transaction have the same key. */
export type ItemWrite =
  /** In the place of what is there, if what is there has the numbers of `expect`; absent: if nothing is. */
  | {
      readonly kind: 'replace';
      readonly item: Item;
      readonly expect: Readonly<Record<string, number>> | undefined;
    }
  | { readonly kind: 'put'; readonly item: Item }
  /** Added to the numbers of the item, which is made if it is not there; `expiresAt` is set. */
  | {
      readonly kind: 'add';
      readonly key: ItemKey;
      readonly numbers: Readonly<Record<string, number>>;
      readonly expiresAt?: number;
    };

export const tableLimits = { writesPerTransaction: 100, itemsPerQuery: 20_000 } as const;

export interface ItemTable {
  /** Strongly consistent. */
  get(key: ItemKey): Promise<Item | undefined>;
  /** Ascending by sort text; may lag by moments. Throws `temporarily-unavailable`. */
  query(query: RangeQuery): Promise<readonly Item[]>;
  /** All or nothing, at most 100. Problems: `record-changed` when an expectation does not hold; `temporarily-unavailable`. */
  write(writes: readonly ItemWrite[]): Promise<Result<void>>;
  /** Take items away whose number `n` is 0; another's is left. */
  removeZero(key: ItemKey): Promise<void>;
}
