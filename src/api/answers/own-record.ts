import type { Problem } from '#core/kernel/problem.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';

/** One document or interchange of a partner; what is another's is as if it were not there. Problem: `not-found`. */
export async function ownRecord<T extends 'partner-document' | 'interchange'>(
  records: Pick<Records, 'get'>,
  type: T,
  id: string,
  partnerId: string,
): Promise<Result<StoredRecord<T>>> {
  const found = await records.get(type, id);
  return found?.body.partnerId === partnerId ? ok(found) : fail(unseen(type, id));
}

const unseen = (type: string, id: string): Problem => problem('not-found', `You have no ${type} ${id}.`);
