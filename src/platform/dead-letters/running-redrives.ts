import type { Records, StoredRecord } from '#core/kernel/records.ts';

/** More queues than there are. */
const MOST = 200;

/** The redrives that run, longest first. One queue has at most one. May lag by moments. */
export async function runningRedrives(
  records: Pick<Records, 'list'>,
): Promise<readonly StoredRecord<'redrive'>[]> {
  const { entries } = await records.list('redrive', { list: 'redrives-running', limit: MOST });
  return entries.filter(({ body }) => body.state === 'running');
}
