import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ApiContext } from '../operation.ts';

/**
 * The result of a change of state, also where an earlier attempt of the same request committed it and broke off
 * before it could answer: then the record is one version on and `isIt` what was asked for.
 */
export async function orOwnResult<T extends RecordType>(
  result: Result<StoredRecord<T>>,
  { resumed, expectedVersion }: Pick<ApiContext, 'resumed' | 'expectedVersion'>,
  { records, type, id }: { readonly records: Records; readonly type: T; readonly id: string },
  isIt: (record: StoredRecord<T>) => boolean,
): Promise<Result<StoredRecord<T>>> {
  if (result.ok || !resumed || !maybeDone(result.problem)) return result;
  const found = await records.get(type, id);
  return found?.version === expectedVersion + 1 && isIt(found) ? ok(found) : fail(result.problem);
}

const maybeDone = ({ code }: Problem): boolean => code === 'version-stale' || code === 'state-not-allowed';
