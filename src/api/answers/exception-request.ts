import type { Exception } from '#core/canonical/exception.ts';
import type { Problem } from '#core/kernel/problem.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { ApiContext } from '../operation.ts';
import { present, type StoredFields } from '../resources/resource.ts';
import { type Decision, decisionOf } from './decision-of.ts';
import { type ExceptionWork, exceptionRefusal } from './exception-roles.ts';
import { orOwnResult } from './own-result.ts';

type Stored = StoredRecord<'exception'>;

type Asked = Decision & {
  readonly exceptionId: string;
  readonly refusal: (exception: Exception) => Problem | undefined;
};

/**
 * What was asked about one exception, as it is answered, where the roles of a person who asks allow it; also where an earlier attempt of the same request did it and
 * broke off: `isIt` says whether what stands there is that.
 */
export async function changedException(
  records: Records,
  exceptionId: string,
  context: ApiContext,
  what: ExceptionWork,
  change: (request: Asked) => Promise<Result<Stored>>,
  isIt: (exception: Exception) => boolean,
): Promise<Result<Exception & StoredFields>> {
  const changed = await change({
    exceptionId,
    ...decisionOf(context, undefined),
    refusal: exceptionRefusal(context, what),
  });
  const target = { records, type: 'exception', id: exceptionId } as const;
  const result = await orOwnResult(changed, context, target, ({ body }) => isIt(body));
  return result.ok ? ok(present(result.value)) : result;
}
