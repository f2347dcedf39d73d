import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { present, type StoredFields } from '../resources/resource.ts';

/** One record; `not-found` when there is none. */
export async function findRecord<T extends RecordType>(
  records: Records,
  type: T,
  id: string,
): Promise<Result<StoredRecord<T>>> {
  const found = await records.get(type, id);
  return found ? ok(found) : fail(problem('not-found', `There is no ${type} ${id}.`));
}

/** One record as it is answered. */
export async function readRecord<T extends RecordType>(
  records: Records,
  type: T,
  id: string,
): Promise<Result<RecordBody<T> & StoredFields>> {
  const found = await findRecord(records, type, id);
  return found.ok ? ok(present(found.value)) : found;
}
