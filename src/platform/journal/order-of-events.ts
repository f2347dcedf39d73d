/**
 * What a consumer does with an event by its sequence: the bus does not order and may deliver twice.
 * `next`: apply it. `older`: record that it came, never apply it. `gap`: events before it did not come yet; read
 * the record's present state instead of trusting the event alone, and note what is missing.
 */
export type PlaceInOrder =
  | { readonly kind: 'next' }
  | { readonly kind: 'older' }
  | { readonly kind: 'gap'; readonly missing: { readonly from: number; readonly to: number } };

/** Compare an event's sequence with the newest one that was applied for its record (0 when none was). */
export function placeInOrder(sequence: number, applied: number): PlaceInOrder {
  if (sequence <= applied) return { kind: 'older' };
  if (sequence === applied + 1) return { kind: 'next' };
  return { kind: 'gap', missing: { from: applied + 1, to: sequence - 1 } };
}
