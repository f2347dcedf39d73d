import type * as z from 'zod';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Records } from '#core/kernel/records.ts';
import { historyEntry } from '../resources/document.ts';

/** The most that is told of one record. */
const LAST = 100;

/** What happened to a record, oldest first; of a long life its last hundred events. */
export async function readHistory(
  records: Records,
  type: RecordType,
  id: string,
): Promise<z.infer<typeof historyEntry>[]> {
  const newestFirst = await records.history(type, id, LAST);
  return newestFirst.map((entry) => historyEntry.parse(entry)).sort((a, b) => a.sequence - b.sequence);
}
