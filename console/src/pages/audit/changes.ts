/** What an audited write changed, in words. Pure. */

import type { AuditEntry } from '#contracts/client.ts';
import { counted } from '../../parts/format.ts';

type Change = AuditEntry['changes'][number];

/** A value as JSON tells it, without the quotes of a text; nothing where there was none. */
export function valueText(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    // Long values come cut short, and are then no JSON any more.
    return json;
  }
}

/** `3 fields`, `More than 40 fields`. */
export function changesText(changes: readonly Change[]): string {
  const count = changes.reduce((sum, { fields }) => sum + fields.length, 0);
  const fields = counted(count, 'fields');
  return changes.some(({ cut }) => cut) ? `More than ${fields}` : fields;
}

/** One line a field: `proposal#pr-1 v4: state: "waiting" → "approved"`. */
export const changeLines = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ record, version, fields, cut }) => [
    ...fields.map(
      ({ path, before, after }) => `${record} v${version}: ${path}: ${before ?? '–'} → ${after ?? '–'}`,
    ),
    ...(cut ? [`${record} v${version}: and more`] : []),
  ]);
