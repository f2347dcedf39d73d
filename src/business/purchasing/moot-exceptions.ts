import type { ExceptionKind } from '#core/canonical/exception.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { exceptionIdOf } from '../exceptions/open-exception.ts';
import { closingChange } from '../exceptions/resolve-exception.ts';
import type { LedgerPorts } from './matching-ports.ts';

/** What a newer document makes moot: exceptions of these kinds and causes, but for those it opens itself. */
export interface MootSearch {
  readonly kinds: readonly ExceptionKind[];
  readonly causes: readonly (readonly string[])[];
  readonly stillOpen: ReadonlySet<string>;
  readonly because: string;
}

/** The changes that close what is moot: two items of a commit each. */
export async function mootExceptions(
  { records, clock }: Pick<LedgerPorts, 'records' | 'clock'>,
  { kinds, causes, stillOpen, because }: MootSearch,
): Promise<readonly AnyChange[]> {
  const ids = kinds
    .flatMap((kind) => causes.map((cause) => exceptionIdOf({ kind, cause })))
    .filter((id) => !stillOpen.has(id));
  if (ids.length === 0) return [];
  const known = await records.getMany('exception', ids);
  const at = clock.now();
  return known
    .map((exception) => closingChange(exception, because, at))
    .filter((change) => change !== undefined);
}
