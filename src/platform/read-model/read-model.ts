import type { ItemTable, ItemWrite } from './item-table.ts';
import {
  countsFor,
  eventPut,
  figureAdds,
  keptItem,
  keptKey,
  keptOf,
  mergedAdds,
  namePut,
  valuesPartition,
  waitingAdds,
} from './layout.ts';
import type { ReadModel, Step } from './ports.ts';

/** The read model in its table. One instance a process: it remembers which values of a dimension are listed already. */
export function readModelIn(table: ItemTable): ReadModel {
  const listed = new Set<string>();
  return {
    kept: async (type, id) => {
      const item = await table.get(keptKey(type, id));
      return item && keptOf(item);
    },
    apply: async (step) => {
      const values = newValues(step, listed);
      const waiting = mergedAdds(waitingAdds(ownerOf(step), step.waiting));
      const written = await table.write([
        keptWrite(step),
        ...mergedAdds(figureAdds(ownerOf(step), step.additions)),
        ...waiting,
        ...step.names.map(namePut),
        ...(step.event ? [eventPut(placeOnly(step.event), step.event.retentionDays)] : []),
        ...values.map(({ pk, sk }): ItemWrite => ({ kind: 'put', item: { pk, sk } })),
      ]);
      if (!written.ok) return written;
      for (const { pk, sk } of values) listed.add(`${pk}\n${sk}`);
      await Promise.all(takenAway(waiting).map((key) => table.removeZero(key)));
      return written;
    },
  };
}

const ownerOf = ({ type, id }: Step): string => `${type}#${id}`;

const keptWrite = ({ type, id, before, after }: Step): ItemWrite => ({
  kind: 'replace',
  item: keptItem(type, id, after),
  expect: before && { upTo: before.upTo, version: before.version },
});

const placeOnly = ({ retentionDays: _kept, ...place }: NonNullable<Step['event']>) => place;

/** Values of dimensions that this process has not listed yet, each once. */
function newValues({ additions }: Step, listed: ReadonlySet<string>) {
  const values = new Map<string, { readonly pk: string; readonly sk: string }>();
  for (const addition of additions) {
    for (const [dimension, value] of countsFor(addition)) {
      if (dimension === 'all') continue;
      const key = { pk: valuesPartition(addition.counted, dimension), sk: value };
      if (!listed.has(`${key.pk}\n${key.sk}`)) values.set(`${key.pk}\n${key.sk}`, key);
    }
  }
  return [...values.values()];
}

/** Where something was taken away nothing may be left: such items go, so that reading what waits stays short. */
const takenAway = (writes: readonly ItemWrite[]) =>
  writes.flatMap((write) => (write.kind === 'add' && (write.numbers.n ?? 0) < 0 ? [write.key] : []));
