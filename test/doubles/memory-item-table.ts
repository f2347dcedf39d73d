import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { type Item, type ItemTable, type ItemWrite, tableLimits } from '#platform/read-model/item-table.ts';

export interface MemoryItemTable extends ItemTable {
  /** Reads so far: keys looked up, and ranges. */
  readonly reads: { gets: number; queries: number; items: number };
  items(): readonly Item[];
}

/** The read model's table in memory, with the limits of the real one. */
export function memoryItemTable(): MemoryItemTable {
  const partitions = new Map<string, Map<string, Item>>();
  const reads = { gets: 0, queries: 0, items: 0 };
  const partition = (pk: string): Map<string, Item> => {
    const known = partitions.get(pk) ?? new Map<string, Item>();
    partitions.set(pk, known);
    return known;
  };
  const copy = (item: Item): Item => structuredClone(item);
  return {
    reads,
    items: () => [...partitions.values()].flatMap((items) => [...items.values()].map(copy)),
    get: async ({ pk, sk }) => {
      reads.gets += 1;
      const item = partitions.get(pk)?.get(sk);
      return item && copy(item);
    },
    query: async ({ pk, between, limit }) => {
      if (limit < 1 || limit > tableLimits.itemsPerQuery) throw new Error(`a query of ${limit} items`);
      const found = [...(partitions.get(pk)?.values() ?? [])]
        .filter(({ sk }) => !between || (sk >= between[0] && sk <= between[1]))
        .sort((a, b) => (a.sk < b.sk ? -1 : 1))
        .slice(0, limit);
      reads.queries += 1;
      reads.items += found.length;
      return found.map(copy);
    },
    write: async (writes) => {
      const keys = new Set(writes.map(keyOf));
      if (keys.size !== writes.length) throw new Error('a transaction names an item twice');
      if (writes.length > tableLimits.writesPerTransaction) throw new Error('more than a transaction takes');
      if (!writes.every((write) => holds(partition, write))) {
        return fail(problem('record-changed', 'The read model was kept by another at the same moment.'));
      }
      for (const write of writes) applyTo(partition, write);
      return ok(undefined);
    },
    removeZero: async ({ pk, sk }) => {
      if (partitions.get(pk)?.get(sk)?.n === 0) partitions.get(pk)?.delete(sk);
    },
  };
}

const placeOf = (write: ItemWrite) => (write.kind === 'add' ? write.key : write.item);
const keyOf = (write: ItemWrite): string => `${placeOf(write).pk}\n${placeOf(write).sk}`;

function holds(partition: (pk: string) => Map<string, Item>, write: ItemWrite): boolean {
  if (write.kind !== 'replace') return true;
  const present = partition(write.item.pk).get(write.item.sk);
  if (!write.expect) return present === undefined;
  return Object.entries(write.expect).every(([name, number]) => present?.[name] === number);
}

function applyTo(partition: (pk: string) => Map<string, Item>, write: ItemWrite): void {
  const { pk, sk } = placeOf(write);
  if (write.kind !== 'add') {
    partition(pk).set(sk, structuredClone(write.item));
    return;
  }
  const item: Record<string, unknown> = { ...partition(pk).get(sk), pk, sk };
  for (const [name, number] of Object.entries(write.numbers)) item[name] = Number(item[name] ?? 0) + number;
  if (write.expiresAt !== undefined) item.expiresAt = write.expiresAt;
  partition(pk).set(sk, { ...item, pk, sk });
}
