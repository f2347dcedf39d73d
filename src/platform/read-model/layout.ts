/** How the read model lies in its table. The keys are for good: data is found by them (docs/access-patterns.md). */
import {
  type Addition,
  bucketOf,
  type DayFigure,
  type Dimension,
  type FoundRecord,
  normalisedName,
  type Waiting,
} from '#core/canonical/figures.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { NamedRecord } from '#core/kernel/counting.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { EventName } from '#events/catalogue.ts';
import { shardOf } from '../journal/shards.ts';
import type { Item, ItemKey, ItemWrite } from './item-table.ts';
import { daysKept, type KeptRecord, shards } from './model.ts';
import type { EventPlace } from './ports.ts';

export const keptKey = (type: RecordType, id: string): ItemKey => ({ pk: `SEEN#${type}#${id}`, sk: 'HEAD' });

/** What was put there by `keptItem`, and by nothing else. */
export const keptOf = (item: Item): KeptRecord => item as unknown as KeptRecord;

export const keptItem = (type: RecordType, id: string, kept: KeptRecord): Item => ({
  ...keptKey(type, id),
  ...kept,
});

export const figurePartition = (counted: string, dimension: Dimension, value: string): string =>
  `MEASURE#${counted}#${dimension}=${value}`;

export const valuesPartition = (counted: string, dimension: Dimension): string =>
  `VALUES#${counted}#${dimension}`;

export const waitingPartition = (what: string): string => `WAITING#${what}`;

export const namePartition = (name: string): string => `FIND#${normalisedName(name)}`;

export const eventsPartition = (event: EventName, day: LocalDate, shard: number): string =>
  `EVENTS#${event}#${day}#${shard}`;

export const eventSort = ({ at, type, id, sequence }: Omit<EventPlace, 'event'>): string =>
  `${at}#${type}#${id}#${String(sequence).padStart(12, '0')}`;

/** The dimensions and values an addition counts for: all, and each it has. */
export const countsFor = ({ of }: Addition): readonly (readonly [Dimension, string])[] => [
  ['all', 'all'],
  ...(Object.entries(of) as [Dimension, string | undefined][]).flatMap(([dimension, value]) =>
    value === undefined ? [] : [[dimension, value] as const],
  ),
];

const secondsOf = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/** Numbers for figures, by their keys. Those of a record have one shard, so that what is added and taken away meets. */
export function figureAdds(owner: string, additions: readonly Addition[]): readonly ItemWrite[] {
  const shard = shardOf(owner, shards.figures);
  return additions.flatMap((addition) => {
    const { counted, day, numerator, denominator, seconds } = addition;
    const bucket = seconds === undefined ? {} : { [`b${bucketOf(seconds)}`]: 1 };
    return countsFor(addition).map(([dimension, value]) => ({
      kind: 'add' as const,
      key: { pk: figurePartition(counted, dimension, value), sk: `${day}#${shard}` },
      numbers: { n: numerator, d: denominator, ...bucket },
      expiresAt: secondsOf(day) + daysKept * 86_400,
    }));
  });
}

export const waitingAdds = (owner: string, waiting: readonly Waiting[]): readonly ItemWrite[] =>
  waiting.map(({ what, by, day, count }) => ({
    kind: 'add',
    key: { pk: waitingPartition(what), sk: `${day}#${shardOf(owner, shards.waiting)}#${by}` },
    numbers: { n: count },
  }));

export const namePut = ({ name, found }: NamedRecord): ItemWrite => ({
  kind: 'put',
  item: { pk: namePartition(name), sk: `${found.type}#${found.id}`, found },
});

export const foundOf = ({ found }: Item): FoundRecord => found as FoundRecord;

export function eventPut(place: EventPlace, retentionDays: number): ItemWrite {
  const { event, ...where } = place;
  const day = place.at.slice(0, 10);
  const shard = shardOf(`${place.type}#${place.id}`, shards.events);
  const expiresAt = Math.floor(Date.parse(place.at) / 1000) + retentionDays * 86_400;
  return {
    kind: 'put',
    item: { pk: eventsPartition(event, day, shard), sk: eventSort(where), place, expiresAt },
  };
}

export const placeOf = ({ place }: Item): EventPlace => place as EventPlace;

/** Several additions to one item are one. */
export function mergedAdds(writes: readonly ItemWrite[]): readonly ItemWrite[] {
  const merged = new Map<string, Extract<ItemWrite, { kind: 'add' }>>();
  for (const write of writes) {
    if (write.kind !== 'add') continue;
    const key = `${write.key.pk}\n${write.key.sk}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...write, numbers: sum(known.numbers, write.numbers) } : write);
  }
  return [...merged.values()].filter(({ numbers }) => Object.values(numbers).some((number) => number !== 0));
}

function sum(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const total: Record<string, number> = { ...a };
  for (const [name, number] of Object.entries(b)) total[name] = (total[name] ?? 0) + number;
  return total;
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The shards of each day as one figure, in order of days. */
export function dayFigures(items: readonly Item[]): readonly DayFigure[] {
  const days = new Map<LocalDate, { numerator: number; denominator: number; buckets: number[] }>();
  for (const item of items) {
    const day = item.sk.slice(0, 10);
    const figure = days.get(day) ?? { numerator: 0, denominator: 0, buckets: [] };
    figure.numerator += numberOf(item.n);
    figure.denominator += numberOf(item.d);
    for (const [name, value] of Object.entries(item)) {
      const bucket = /^b(\d+)$/.exec(name)?.[1];
      if (bucket) figure.buckets[Number(bucket)] = (figure.buckets[Number(bucket)] ?? 0) + numberOf(value);
    }
    days.set(day, figure);
  }
  return [...days].map(([day, figure]) => ({
    day,
    ...figure,
    buckets: Array.from(figure.buckets, (count) => count ?? 0),
  }));
}

/** The shards of what waits as one, by day and by whom; what waits no more is left out. */
export function waitingOf(what: string, items: readonly Item[]): readonly Waiting[] {
  const all = new Map<string, Waiting>();
  for (const item of items) {
    const day = item.sk.slice(0, 10);
    const by = item.sk.slice(item.sk.indexOf('#', 11) + 1);
    const key = `${day}#${by}`;
    all.set(key, { what, by, day, count: (all.get(key)?.count ?? 0) + numberOf(item.n) });
  }
  return [...all.values()].filter(({ count }) => count > 0);
}
