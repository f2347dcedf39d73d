import { fail, type Result } from '#core/kernel/result.ts';
import type { ApiContext } from '../operation.ts';

/**
 * A system after it was paused or resumed, also where an earlier attempt of the same request did it and broke off:
 * then its setting is one version on and `isIt` what was asked for.
 */
export async function switchedSystem<S extends { readonly version: number }>(
  switched: Result<unknown>,
  { resumed, expectedVersion }: Pick<ApiContext, 'resumed' | 'expectedVersion'>,
  isIt: (system: S) => boolean,
  read: () => Promise<Result<S>>,
): Promise<Result<S>> {
  if (!switched.ok && !(resumed && switched.problem.code === 'version-stale')) return switched;
  const system = await read();
  if (!system.ok || switched.ok) return system;
  return system.value.version === expectedVersion + 1 && isIt(system.value) ? system : fail(switched.problem);
}
