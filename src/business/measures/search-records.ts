import { normalisedName } from '#core/canonical/figures.ts';
import type { Finder } from './ports.ts';

const MOST_FOUND = 50;

/**
 * Find records by any name people know them by: a number of ours, of the ERP or of a partner, a control number, a
 * file's name, a record's or a correlation id. Blanks, small letters and leading zeros make no difference. One read;
 * what changed last comes first.
 */
export async function searchRecords(finder: Finder, { q }: { readonly q: string }) {
  const found = await finder.find(normalisedName(q), MOST_FOUND);
  return { entries: [...found].sort((a, b) => (a.at > b.at ? -1 : 1)) };
}
