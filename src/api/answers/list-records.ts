import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { ListQuery, Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { present, type StoredFields } from '../resources/resource.ts';

interface AnsweredPage<T extends RecordType> {
  entries: (RecordBody<T> & StoredFields)[];
  nextCursor?: string;
}

/** One page of a list as it is answered; a cursor that is not one of ours is `validation-failed`. */
export async function listRecords<T extends RecordType>(
  records: Records,
  type: T,
  list: Omit<ListQuery, 'limit' | 'cursor'>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<AnsweredPage<T>>> {
  const page = await records.list(type, { ...list, limit, ...(cursor === undefined ? {} : { cursor }) });
  return ok({
    entries: page.entries.map(present),
    ...(page.cursor === undefined ? {} : { nextCursor: page.cursor }),
  });
}
