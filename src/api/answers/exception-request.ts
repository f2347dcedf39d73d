import type { Exception } from '#core/canonical/exception.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { ApiContext } from '../operation.ts';
import { present, type StoredFields } from '../resources/resource.ts';
import { type Decision, decisionOf } from './decision-of.ts';
import { orOwnResult } from './own-result.ts';

type Stored = StoredRecord<'exception'>;

/**
 * What was asked about one exception, as it is answered; also where an earlier attempt of the same request did it and
 * broke off: `isIt` says whether what stands there is that.
 */
export async function changedException(
  records: Records,
  exceptionId: string,
  context: ApiContext,
  change: (request: Decision & { readonly exceptionId: string }) => Promise<Result<Stored>>,
  isIt: (exception: Exception) => boolean,
): Promise<Result<Exception & StoredFields>> {
  const changed = await change({ exceptionId, ...decisionOf(context, undefined) });
  const target = { records, type: 'exception', id: exceptionId } as const;
  const result = await orOwnResult(changed, context, target, ({ body }) => isIt(body));
  return result.ok ? ok(present(result.value)) : result;
}
