import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { dueAt, type Posting, postingSchema } from '#platform/posting/model.ts';
import type { PostingStore, SystemLoads } from '#platform/posting/ports.ts';
import { idleLoad, type SystemLoad } from '#platform/posting/rules/system-load.ts';

export interface MemoryPostings extends PostingStore {
  readonly loads: SystemLoads;
  /** Every posting, in the order they were made. */
  all(): readonly Posting[];
}

/** Postings and loads in memory, with the conditions of the real store on every write. */
export function memoryPostings(): MemoryPostings {
  const postings = new Map<string, Posting>();
  const loads = new Map<string, SystemLoad>();
  const put = (posting: Posting): Posting => {
    const checked = postingSchema.parse(structuredClone(posting));
    postings.set(checked.effectId, checked);
    return structuredClone(checked);
  };
  const all = () => [...postings.values()].map((posting) => structuredClone(posting));
  return {
    all,
    get: async (effectId) => structuredClone(postings.get(effectId)),
    create: async (posting) => {
      if (postings.has(posting.effectId)) return false;
      put(posting);
      return true;
    },
    save: async (posting) => {
      if (postings.get(posting.effectId)?.fence !== posting.fence) {
        return fail(problem('posting-claimed-elsewhere', `Posting ${posting.effectId} was written since.`));
      }
      return ok(put({ ...posting, fence: posting.fence + 1 }));
    },
    due: async (now, limit) =>
      all()
        .map((posting) => ({ posting, sort: `${dueAt(posting) ?? '~'}#${posting.createdAt}` }))
        .filter(({ posting }) => (dueAt(posting) ?? '~') <= now)
        .sort((a, b) => (a.sort < b.sort ? -1 : 1))
        .slice(0, limit)
        .map(({ posting }) => posting),
    byDocument: async (documentId) => all().filter((posting) => posting.documentId === documentId),
    loads: {
      get: async (system) => structuredClone(loads.get(system) ?? idleLoad(system)),
      save: async (load) => {
        if ((loads.get(load.system)?.fence ?? 0) !== load.fence) return false;
        loads.set(load.system, { ...structuredClone(load), fence: load.fence + 1 });
        return true;
      },
    },
  };
}
