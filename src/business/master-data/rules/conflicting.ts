import { sha256 } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';

/** A candidate as far as conflicts go. */
export interface Claim {
  readonly id: string;
  readonly content: unknown;
  /** What no two records may share, in words: `gtin 04006381333931`. */
  readonly distinct: readonly string[];
}

/** What was claimed in the pages before. */
export interface ClaimsBefore {
  /** Hash of the content by id. */
  readonly contents: Map<string, string>;
  /** Id by what no other may have. */
  readonly owners: Map<string, string>;
}

export const noClaims = (): ClaimsBefore => ({ contents: new Map(), owners: new Map() });

/** What a claim comes to: fine, said before in the same words, or in conflict. */
export type Verdict = 'new' | 'repeated' | readonly string[];

/**
 * One id has one content, and a GTIN or another outside identifier belongs to one record. Of those in conflict
 * within a page none is taken, as nothing says which one is right; against an earlier page the later one is not.
 * The claims of the page are noted in `before`.
 */
export function judgeClaims(page: readonly Claim[], before: ClaimsBefore): readonly Verdict[] {
  const hashed = page.map((claim) => ({ ...claim, hash: sha256(canonicalJson(claim.content)) }));
  const contents = new Map<string, Set<string>>();
  const owners = new Map<string, Set<string>>();
  for (const { id, hash, distinct } of hashed) {
    note(contents, id, hash, before.contents.get(id));
    for (const key of distinct) note(owners, key, id, before.owners.get(key));
  }
  const met = new Set(page.map(({ id }) => id).filter((id) => before.contents.has(id)));
  const verdicts = hashed.map(({ id, distinct }): Verdict => {
    const reasons = [
      ...((contents.get(id)?.size ?? 0) > 1 ? [`conflicting: ${id} comes with different contents`] : []),
      ...distinct.flatMap((key) => {
        const others = [...(owners.get(key) ?? [])].filter((other) => other !== id);
        return others.length > 0 ? [`conflicting: ${key} is also on ${others.slice(0, 3).join(', ')}`] : [];
      }),
    ];
    if (reasons.length > 0) return reasons;
    const isRepeated = met.has(id);
    met.add(id);
    return isRepeated ? 'repeated' : 'new';
  });
  for (const { id, hash, distinct } of hashed) {
    if (!before.contents.has(id)) before.contents.set(id, hash);
    for (const key of distinct) if (!before.owners.has(key)) before.owners.set(key, id);
  }
  return verdicts;
}

function note(all: Map<string, Set<string>>, key: string, value: string, earlier: string | undefined): void {
  const values = all.get(key) ?? new Set(earlier === undefined ? [] : [earlier]);
  all.set(key, values.add(value));
}
