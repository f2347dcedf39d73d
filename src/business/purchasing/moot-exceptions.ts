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

/** The changes that close what is moot, in commits of their own size. */
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

const CLOSED_AT_A_TIME = 12;

/** Changes of two items each, in slices that fit into a commit. */
export const inSlices = (changes: readonly AnyChange[]): readonly (readonly AnyChange[])[] =>
  Array.from({ length: Math.ceil(changes.length / CLOSED_AT_A_TIME) }, (_, n) =>
    changes.slice(n * CLOSED_AT_A_TIME, (n + 1) * CLOSED_AT_A_TIME),
  );
