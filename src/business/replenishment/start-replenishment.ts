import type { Records } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { runIdOf } from './model.ts';
import type { StartWorkflow } from './ports.ts';

/**
 * Start replenishment for a release that came into force, once however often it is asked, under the correlation of
 * its file, whoever approved it. `outdated`: a newer release took its place before this one was heard of.
 */
export async function startReplenishment(
  { records, workflow }: { readonly records: Records; readonly workflow: StartWorkflow },
  { releaseId }: { readonly releaseId: string },
): Promise<Result<'started' | 'outdated'>> {
  const release = await records.get('forecast-release', releaseId);
  if (release?.body.state !== 'approved') return ok('outdated');
  await workflow.start(runIdOf(releaseId), { releaseId, correlationId: release.correlationId });
  return ok('started');
}
