import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { PreparedAlias } from './model.ts';

/** How the identifiers of one record change. */
export interface IdentifierChange {
  readonly type: RecordType;
  readonly id: string;
  readonly before: readonly Identifier[];
  readonly after: readonly Identifier[];
}

/** The key under which an identifier is looked up: `item#gtin#04006381333931`. */
export const aliasKey = (type: RecordType, { scheme, value }: Identifier): string =>
  `${type}#${scheme}#${value}`;

/**
 * What changes among the aliases, one entry an identifier: an identifier that moves from one record of the commit
 * to another is one claim, as a transaction may touch an item only once. `identifier-taken` when two records of
 * the commit want the same one.
 */
export function prepareAliases(changes: readonly IdentifierChange[]): Result<readonly PreparedAlias[]> {
  const released = new Map<string, PreparedAlias>();
  const claimed = new Map<string, PreparedAlias>();
  for (const change of changes) {
    for (const [key, identifier] of missing(change.type, change.before, change.after)) {
      released.set(key, alias('release', change, identifier, [change.id]));
    }
  }
  for (const change of changes) {
    for (const [key, identifier] of missing(change.type, change.after, change.before)) {
      const other = claimed.get(key);
      if (other) return fail(identifierTaken(change.type, identifier, [other.id, change.id]));
      const from = [change.id, ...(released.has(key) ? [released.get(key)?.id ?? change.id] : [])];
      claimed.set(key, alias('claim', change, identifier, from));
      released.delete(key);
    }
  }
  return ok([...claimed.values(), ...released.values()]);
}

export const identifierTaken = (type: RecordType, { scheme, value }: Identifier, ids: readonly string[]) =>
  problem('identifier-taken', `${scheme} ${value} leads to another ${type} (${ids.join(' and ')} want it).`);

/** The identifiers of `these` that `those` do not hold, each once, by key. */
function missing(
  type: RecordType,
  these: readonly Identifier[],
  those: readonly Identifier[],
): ReadonlyMap<string, Identifier> {
  const held = new Set(those.map((identifier) => aliasKey(type, identifier)));
  const keyed = these.map((identifier) => [aliasKey(type, identifier), identifier] as const);
  return new Map(keyed.filter(([key]) => !held.has(key)));
}

const alias = (
  kind: PreparedAlias['kind'],
  { type, id }: IdentifierChange,
  identifier: Identifier,
  from: readonly string[],
): PreparedAlias => ({ kind, type, identifier, id, from });
