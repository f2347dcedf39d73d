import { createHash } from 'node:crypto';
import { type ListEntry, type ListName, lists } from '#core/canonical/record-lists.ts';
import type { IndexPlace } from './model.ts';

/** Which of so many shards an id belongs to; the same everywhere and for good, as it is part of stored keys. */
export const shardOf = (id: string, shards: number): number =>
  shards === 1 ? 0 : createHash('sha256').update(id).digest().readUInt32BE(0) % shards;

/** The index partitions of a list in one scope: one a shard. */
export const partitionsOf = (list: ListName, scope: string): readonly string[] =>
  Array.from({ length: lists[list].shards }, (_, shard) => partitionKey(list, scope, shard));

/**
 * Where one record stands. A sort text that does not end in the id would let two records share a place, and a list
 * that is not at the place it is read from would never be found: both are bugs.
 */
export function indexPlace(entry: ListEntry, id: string, place: number): IndexPlace {
  if (lists[entry.list].place !== place)
    throw new Error(`list ${entry.list} is not place ${place} of a record`);
  if (!entry.sort.endsWith(id)) throw new Error(`the sort text of list ${entry.list} must end in the id`);
  const shard = shardOf(id, lists[entry.list].shards);
  return { partition: partitionKey(entry.list, entry.scope, shard), sort: entry.sort };
}

const partitionKey = (list: ListName, scope: string, shard: number): string => `${list}#${scope}#${shard}`;
