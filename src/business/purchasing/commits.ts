import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';

const MOST_ITEMS = 25;
const WRITTEN_AT_A_TIME = 11;

/**
 * The commits that move an order's ledger on, in order: one where everything fits into it. Else what changes besides
 * (exceptions that are moot, shipments that arrived) is written first, each commit with the ledger as it was, so that
 * nothing is written by a decision that another one overtook. `move` gives the changes of the decision itself, for
 * the ledger at a version.
 */
export function ledgerCommits(
  ledger: StoredRecord<'order-ledger'>,
  besides: readonly AnyChange[],
  move: (version: number) => readonly AnyChange[],
): readonly (readonly AnyChange[])[] {
  const moved = guarded(ledger, move(ledger.version), besides);
  const all = [...moved, ...besides];
  if (all.length === 0) return [];
  if (itemsOf(all) <= MOST_ITEMS) return [all];
  const slices = slicesOf(besides, WRITTEN_AT_A_TIME).map((slice, n) => [unchanged(ledger, n), ...slice]);
  const last = move(ledger.version + slices.length);
  return [...slices, guarded({ ...ledger, version: ledger.version + slices.length }, last, [])].filter(
    (slice) => slice.length > 0,
  );
}

/** A decision that leaves the ledger as it is was still made on it: it must fail when the ledger has moved on. */
const guarded = (
  ledger: StoredRecord<'order-ledger'>,
  moved: readonly AnyChange[],
  besides: readonly AnyChange[],
): readonly AnyChange[] => {
  const isNothing = moved.length === 0 && besides.length === 0;
  return isNothing || moved.some(({ type }) => type === 'order-ledger')
    ? moved
    : [unchanged(ledger, 0), ...moved];
};

const itemsOf = (changes: readonly AnyChange[]): number =>
  changes.reduce((sum, { events = [] }) => sum + 1 + events.length, 0);

const unchanged = ({ id, version, body }: StoredRecord<'order-ledger'>, n: number): AnyChange => ({
  type: 'order-ledger',
  id,
  expect: version + n,
  body,
});

/** Changes in slices of so many. */
export const slicesOf = (changes: readonly AnyChange[], size: number): readonly (readonly AnyChange[])[] =>
  Array.from({ length: Math.ceil(changes.length / size) }, (_, n) => changes.slice(n * size, (n + 1) * size));
