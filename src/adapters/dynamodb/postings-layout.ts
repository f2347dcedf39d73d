/** How postings and loads lie in the `Postings` table. The keys are for good: data is found by them. */
import * as z from 'zod';
import { dueAt, type Posting, postingSchema } from '#platform/posting/model.ts';
import type { SystemLoad } from '#platform/posting/rules/system-load.ts';

/** Shards of the index of what is due, so that no key is hot when many postings wait at once. */
export const dueShards = ['DUE#0', 'DUE#1', 'DUE#2', 'DUE#3'] as const;

export const postingKey = (effectId: string) => ({ pk: effectId, sk: 'HEAD' });
export const loadKey = (system: string) => ({ pk: `SYSTEM#${system}`, sk: 'HEAD' });

/** What is due at the same time is in the order in which it was made. */
const dueSort = (due: string, { createdAt, effectId }: Posting): string => `${due}#${createdAt}#${effectId}`;

/** Above every sort text of that instant. */
export const dueUntil = (now: string): string => `${now}#~`;

export function postingItem(posting: Posting) {
  const { effectId, documentId, fence } = posting;
  const due = dueAt(posting);
  const shard = dueShards[Number.parseInt(effectId.slice(0, 2), 16) % dueShards.length];
  return {
    ...postingKey(effectId),
    effectId,
    documentId,
    fence,
    posting,
    ...(due && { dueShard: shard, dueAt: dueSort(due, posting) }),
  };
}

const itemSchema = z.looseObject({ posting: postingSchema, dueAt: z.string().optional() });

/** The posting of an item; throws when it is none. */
export const postingOf = (item: Record<string, unknown>): Posting => itemSchema.parse(item).posting;

export const dueSortOf = (item: Record<string, unknown>): string => itemSchema.parse(item).dueAt ?? '';

export const loadItem = (load: SystemLoad) => ({ ...loadKey(load.system), fence: load.fence, load });

const loadItemSchema = z.looseObject({
  load: z.strictObject({
    system: z.string(),
    fence: z.int(),
    fullAt: z.number(),
    failures: z.int(),
    open: z
      .strictObject({
        since: z.number(),
        until: z.number(),
        times: z.int(),
        because: z.strictObject({
          code: z.enum(['system-unavailable', 'system-credentials']),
          detail: z.string(),
        }),
      })
      .optional(),
  }),
});

export const loadOf = (item: Record<string, unknown>): SystemLoad => {
  const { open, ...load } = loadItemSchema.parse(item).load;
  return open ? { ...load, open } : load;
};
