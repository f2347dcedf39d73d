import { isOurReference } from '#platform/posting/reference.ts';

interface Sequenced {
  readonly id: number;
  readonly sequence: number | null;
}

/**
 * The lines with goods of one purchase with the numbers we know them by: an order of ours has the number it was
 * posted under as sequence; in others a line's number is its place.
 */
export function numbered<Row extends Sequenced>(
  lines: readonly Row[],
  reference: string | null,
): readonly { readonly line: Row; readonly lineNumber: number }[] {
  const isOurs = reference !== null && isOurReference(reference);
  return [...lines]
    .sort((a, b) => (a.sequence ?? -1) - (b.sequence ?? -1) || a.id - b.id)
    .map((line, index) => ({ line, lineNumber: isOurs ? (line.sequence ?? index + 1) : index + 1 }));
}
