import type { Records } from '#core/kernel/records.ts';
import { type JobType, runningJobs } from './running-jobs.ts';

/**
 * Go on with every job of a type that runs, side by side, each to its end: one that throws breaks no other off.
 * Answers what each came to, by its id; throws what the first one threw once all are through, so that it is seen.
 */
export async function resumeJobs<T>(
  records: Pick<Records, 'list'>,
  type: JobType,
  work: (id: string) => Promise<T>,
): Promise<readonly (readonly [id: string, came: T])[]> {
  const running = await runningJobs(records, type);
  const ended = await Promise.allSettled(running.map(async ({ id }) => [id, await work(id)] as const));
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
