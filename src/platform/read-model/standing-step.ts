import { normalisedName, type Waiting } from '#core/canonical/figures.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { CountingRules, KnownRecord } from '#core/kernel/counting.ts';
import type { KeptRecord } from './model.ts';
import type { Step } from './ports.ts';

/**
 * The step that makes what waits and the names of a record those of its present state; undefined when they are, and
 * no further event is counted. What is kept of a newer version stays.
 */
export function standingStep(
  rules: Pick<CountingRules, 'waiting' | 'names'>,
  { type, id }: { readonly type: RecordType; readonly id: string },
  before: KeptRecord | undefined,
  own: KnownRecord | undefined,
  upTo: number,
): Step | undefined {
  const known = before ?? { upTo: 0, version: 0, waiting: [], names: [] };
  if (!own || own.version <= known.version) {
    if (upTo === known.upTo) return undefined;
    return { type, id, before, after: { ...known, upTo }, additions: [], waiting: [], names: [] };
  }
  const waiting = rules.waiting(own);
  const names = rules.names(own);
  const lookedUpAs = [...new Set(names.map(({ name }) => normalisedName(name)))];
  const fresh = new Set(lookedUpAs.filter((name) => !known.names.includes(name)));
  return {
    type,
    id,
    before,
    after: { upTo, version: own.version, waiting, names: [...new Set([...known.names, ...lookedUpAs])] },
    additions: [],
    waiting: difference(known.waiting, waiting),
    names: names.filter(({ name }) => fresh.delete(normalisedName(name))),
  };
}

/** What was is taken away, what is comes in; what is the same cancels out. */
function difference(was: readonly Waiting[], is: readonly Waiting[]): readonly Waiting[] {
  const all = new Map<string, Waiting>();
  const add = (waiting: Waiting, sign: 1 | -1): void => {
    const key = `${waiting.what}\n${waiting.by}\n${waiting.day}`;
    all.set(key, { ...waiting, count: (all.get(key)?.count ?? 0) + sign * waiting.count });
  };
  for (const waiting of was) add(waiting, -1);
  for (const waiting of is) add(waiting, 1);
  return [...all.values()].filter(({ count }) => count !== 0);
}
