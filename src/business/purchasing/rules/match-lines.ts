import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import { canonicalJson } from '#core/kernel/json.ts';

/** A line of a partner's document, by whatever tells which of our lines it is about. */
export interface StatedLine {
  readonly lineNumber?: string | undefined;
  readonly order?: { readonly line?: string | undefined } | undefined;
  readonly item: readonly Identifier[];
}

/** Our item that one of these numbers leads to. */
export type ItemOf = (identifiers: readonly Identifier[]) => string | undefined;

export interface MatchedLines<S extends StatedLine> {
  /** By our line number, what is stated about it: a line may be stated in several pieces. */
  readonly matched: ReadonlyMap<number, readonly S[]>;
  /** What is about none of the lines. */
  readonly strangers: readonly S[];
}

type Ordered = Pick<LedgerLine, 'lineNumber' | 'itemId'>;

/**
 * Which of our lines each stated line is about.
 * 1. The line of our order it names, else its own number, unless its item is that of another line.
 * 2. Its item; of several lines of one item the first that no number led to.
 * Their order in the document does not matter.
 */
export function matchLines<S extends StatedLine>(
  ordered: readonly Ordered[],
  stated: readonly S[],
  itemOf: ItemOf,
): MatchedLines<S> {
  const matched = new Map<number, S[]>();
  const take = (lineNumber: number, line: S) =>
    matched.set(lineNumber, [...(matched.get(lineNumber) ?? []), line]);
  const unnumbered: S[] = [];
  for (const line of stated) {
    const found = byNumber(ordered, line, itemOf(line.item));
    if (found) take(found.lineNumber, line);
    else unnumbered.push(line);
  }
  const strangers: S[] = [];
  for (const line of inFixedOrder(unnumbered)) {
    const item = itemOf(line.item);
    const same = ordered.filter(({ itemId }) => itemId === item);
    const found = same.find(({ lineNumber }) => !matched.has(lineNumber)) ?? same[0];
    if (found) take(found.lineNumber, line);
    else strangers.push(line);
  }
  return { matched, strangers };
}

function byNumber(
  ordered: readonly Ordered[],
  { lineNumber, order }: StatedLine,
  item: string | undefined,
): Ordered | undefined {
  const numbered = (text: string | undefined) =>
    text !== undefined && /^\d{1,9}$/.test(text)
      ? ordered.find((line) => line.lineNumber === Number(text))
      : undefined;
  const found = numbered(order?.line) ?? numbered(lineNumber);
  const isAnothers =
    item !== undefined && found?.itemId !== item && ordered.some(({ itemId }) => itemId === item);
  return isAnothers ? undefined : found;
}

const inFixedOrder = <S>(lines: readonly S[]): readonly S[] =>
  lines
    .map((line) => ({ line, text: canonicalJson(line) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ line }) => line);
