import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';

const MOST_ITEMS = 25;
const CLOSED_AT_A_TIME = 11;

/**
 * The commits that move an order's ledger on, in order: one where everything fits into it. Else exceptions that are
 * moot are closed first, each commit with the ledger as it was, so that none is closed by a decision that another
 * one overtook. `move` gives the changes of the decision, for the ledger at a version.
 */
export function ledgerCommits(
  ledger: StoredRecord<'order-ledger'>,
  closed: readonly AnyChange[],
  move: (version: number) => readonly AnyChange[],
): readonly (readonly AnyChange[])[] {
  const moved = move(ledger.version);
  const all = [...moved, ...closed];
  if (all.length === 0) return [];
  if (itemsOf(all) <= MOST_ITEMS) return [all];
  const slices = slicesOf(closed, CLOSED_AT_A_TIME).map((slice, n) => [unchanged(ledger, n), ...slice]);
  const last = move(ledger.version + slices.length);
  return last.length > 0 ? [...slices, last] : slices;
}

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
