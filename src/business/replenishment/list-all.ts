import type { ListName } from '#core/canonical/record-lists.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';

const PAGE = 1000;

/** Every record of a list, page by page. */
export async function* listAll<T extends RecordType>(
  records: Records,
  type: T,
  list: ListName,
  scope = '',
): AsyncGenerator<StoredRecord<T>> {
  let cursor: string | undefined;
  do {
    const page = await records.list(type, { list, scope, limit: PAGE, ...(cursor ? { cursor } : {}) });
    yield* page.entries;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
