import { ok, type Result } from '#core/kernel/result.ts';
import type { Posting } from './model.ts';
import type { PostingStore } from './ports.ts';

/**
 * An attempt's hold on a posting: the latest it knows, and the only way it writes. A write fails with
 * `posting-claimed-elsewhere` once a newer attempt has taken over; the attempt then stops where it is.
 */
export interface Hold {
  readonly posting: Posting;
  write(change: (posting: Posting) => Posting): Promise<Result<Posting>>;
}

export function holdOn(store: Pick<PostingStore, 'save'>, claimed: Posting): Hold {
  let posting = claimed;
  return {
    get posting() {
      return posting;
    },
    async write(change) {
      const saved = await store.save(change(posting));
      if (!saved.ok) return saved;
      posting = saved.value;
      return ok(posting);
    },
  };
}
