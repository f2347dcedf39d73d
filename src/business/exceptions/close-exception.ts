import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { exceptionIdOf, type OpenPorts } from './open-exception.ts';
import { closingChange } from './resolve-exception.ts';

/**
 * The change that closes an exception because its cause is gone, to be committed with what made it so; undefined when
 * there is none, or it is resolved already.
 */
export async function exceptionGone(
  { records, clock }: OpenPorts,
  which: Pick<ExceptionDraft, 'kind' | 'cause'>,
  because: string,
): Promise<AnyChange | undefined> {
  const stored = await records.get('exception', exceptionIdOf(which));
  return stored && closingChange(stored, because, clock.now());
}
