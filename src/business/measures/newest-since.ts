import type { ListName } from '#core/canonical/record-lists.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import type { Records } from '#core/kernel/records.ts';

export interface Since {
  readonly list: ListName;
  readonly scope: string;
  readonly since: LocalDate;
  /** As many are read at most. */
  readonly most: number;
}

const A_PAGE = 100;

/**
 * The records of a list, the newest first, down to a day; a page at a time. One without a body ends it where there was
 * more than `most`.
 */
export async function* newestSince<T extends RecordType>(
  records: Pick<Records, 'list'>,
  type: T,
  { list, scope, since, most }: Since,
  dateOf: (body: RecordBody<T>) => LocalDate,
): AsyncGenerator<{ readonly body: RecordBody<T> | undefined }> {
  let read = 0;
  let cursor: string | undefined;
  do {
    const query = { list, scope, order: 'descending', limit: A_PAGE, ...(cursor && { cursor }) } as const;
    const page = await records.list(type, query);
    for (const { body } of page.entries) {
      if (dateOf(body) < since) return;
      if (read === most) {
        yield { body: undefined };
        return;
      }
      read += 1;
      yield { body };
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
