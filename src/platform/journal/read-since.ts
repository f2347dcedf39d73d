import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { ListQuery, Page, Records, StoredRecord } from '#core/kernel/records.ts';
import { encodeCursor } from './cursor.ts';

const PAGE = 100;

/**
 * The entries of a list after a sort text, in their order, until `enough` of them are found that `isIt`, or so many
 * have been read that the rest is left: a bounded look into a long list.
 */
export async function readSince<T extends RecordType>(
  records: Pick<Records, 'list'>,
  type: T,
  { list, scope = '' }: Pick<ListQuery, 'list' | 'scope'>,
  bounds: { readonly after: string; readonly enough: number; readonly mostRead: number },
  isIt: (record: StoredRecord<T>) => boolean,
): Promise<readonly StoredRecord<T>[]> {
  const query = { list, scope, order: 'ascending', limit: PAGE } as const;
  const found: StoredRecord<T>[] = [];
  let cursor: string | undefined = encodeCursor(query, bounds.after);
  for (let read = 0; cursor !== undefined && read < bounds.mostRead; read += PAGE) {
    const page: Page<StoredRecord<T>> = await records.list(type, { ...query, cursor });
    found.push(...page.entries.filter(isIt));
    if (found.length >= bounds.enough) return found.slice(0, bounds.enough);
    cursor = page.cursor;
  }
  return found;
}
