import type { Instant } from '#core/kernel/dates.ts';
import type { Entity } from './ports.ts';

/** A record that was not taken, and why, in sentences for the steward. */
export interface Rejection {
  readonly id: string;
  readonly reasons: readonly string[];
}

/** What became of what was read: `read` = `changed` + `unchanged` + `rejectedInAll`. */
export interface SyncCounts {
  readonly read: number;
  /** Committed: new, with other content, or with a newer version of the source. */
  readonly changed: number;
  /** As it was, or older than what is known. */
  readonly unchanged: number;
  readonly rejectedInAll: number;
  /** The first of the rejected, at most 100. */
  readonly rejected: readonly Rejection[];
  /** When the system wrote what was changed, the earliest of it; absent where it does not say. */
  readonly oldestChange?: Instant;
}

export type MasterDataCounts = { readonly [E in Entity]?: SyncCounts };

const REJECTIONS_SHOWN = 100;

/** Counts that grow page by page. */
export function syncTally() {
  let [read, changed, unchanged, rejectedInAll] = [0, 0, 0, 0];
  const rejected: Rejection[] = [];
  let oldest: Instant | undefined;
  return {
    add(page: Pick<SyncCounts, 'read' | 'changed' | 'rejected' | 'oldestChange'>): void {
      if (oldest === undefined || (page.oldestChange && page.oldestChange < oldest))
        oldest = page.oldestChange;
      read += page.read;
      changed += page.changed;
      rejectedInAll += page.rejected.length;
      unchanged = read - changed - rejectedInAll;
      rejected.push(...page.rejected.slice(0, REJECTIONS_SHOWN - rejected.length));
    },
    counts: (): SyncCounts => ({
      ...{ read, changed, unchanged, rejectedInAll, rejected: [...rejected] },
      ...(oldest !== undefined && { oldestChange: oldest }),
    }),
  };
}
