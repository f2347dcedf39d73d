import type { Records, StoredRecord } from '#core/kernel/records.ts';

/** Long work that a person starts and workers carry out: a record that says how far it is. */
export type JobType = 'redrive' | 'replay';

/** More queues and consumers than there are: each has at most one job of a kind. */
const MOST = 200;

const listOf = { redrive: 'redrives-running', replay: 'replays-running' } as const;

/** The jobs that run, whoever works on them, longest first. May lag by moments. */
export async function runningJobs<T extends JobType>(
  records: Pick<Records, 'list'>,
  type: T,
): Promise<readonly StoredRecord<T>[]> {
  const { entries } = await records.list(type, { list: listOf[type], limit: MOST });
  return entries.filter(({ body }) => body.state === 'running');
}
