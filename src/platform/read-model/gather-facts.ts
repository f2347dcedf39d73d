import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type {
  CountedEvent,
  CountingRules,
  Facts,
  KnownRecord,
  RecordReference,
} from '#core/kernel/counting.ts';
import type { HistoryEntry, Records } from '#core/kernel/records.ts';

/** The newest events of a record that are looked at. */
const HISTORY = 50;
/** What is asked for may lead to more: so many times at most. */
const ROUNDS = 3;

const keyOf = ({ type, id }: RecordReference): string => `${type}#${id}`;

/** Read what an event's figures depend on; rules may ask for more once they know what they asked for first. */
export async function gatherFacts(
  records: Pick<Records, 'getMany' | 'history'>,
  rules: Pick<CountingRules, 'needed'>,
  event: CountedEvent,
  own: KnownRecord | undefined,
): Promise<Facts> {
  const bodies = new Map<string, unknown>(own ? [[keyOf(own), own.body]] : []);
  const histories = new Map<string, readonly HistoryEntry[]>();
  const asked = new Set<string>([keyOf(event)]);
  const facts = factsOf(bodies, histories);
  for (let round = 0; round < ROUNDS; round += 1) {
    const wanted = rules.needed(event, facts);
    const news = wanted.filter((reference) => !asked.has(keyOf(reference)));
    const told = wanted.filter((reference) => reference.history && !histories.has(keyOf(reference)));
    if (news.length === 0 && told.length === 0) break;
    for (const reference of news) asked.add(keyOf(reference));
    await Promise.all([
      ...[...byType(news)].map(async ([type, ids]) => {
        for (const { id, body } of await records.getMany(type, ids)) bodies.set(keyOf({ type, id }), body);
      }),
      ...told.map(async ({ type, id }) => {
        histories.set(keyOf({ type, id }), await records.history(type, id, HISTORY));
      }),
    ]);
  }
  return facts;
}

function byType(references: readonly RecordReference[]): ReadonlyMap<RecordType, readonly string[]> {
  const types = new Map<RecordType, string[]>();
  for (const { type, id } of references) types.set(type, [...(types.get(type) ?? []), id]);
  return types;
}

const factsOf = (
  bodies: ReadonlyMap<string, unknown>,
  histories: ReadonlyMap<string, readonly HistoryEntry[]>,
): Facts => ({
  // Bodies are kept under their type: what is found there is one of it.
  of: <T extends RecordType>(type: T, id: string) =>
    bodies.get(keyOf({ type, id })) as RecordBody<T> | undefined,
  history: (type, id) => histories.get(keyOf({ type, id })) ?? [],
});
