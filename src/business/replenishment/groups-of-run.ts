import type { Records, StoredRecord } from '#core/kernel/records.ts';

/** Of the groups of a run so many are looked through, and so many shown. */
const LOOKED_THROUGH = 1000;
const MOST_SHOWN = 200;

/** The approval groups of a run: at most 200 of its first 1000, those that wait for a person first. */
export async function groupsOfRun(
  records: Pick<Records, 'list'>,
  runId: string,
): Promise<readonly StoredRecord<'approval-group'>[]> {
  const query = { list: 'approval-groups', scope: runId, limit: LOOKED_THROUGH } as const;
  const { entries } = await records.list('approval-group', query);
  const waits = ({ body }: StoredRecord<'approval-group'>) => (body.state === 'waiting' ? 0 : 1);
  return entries.toSorted((a, b) => waits(a) - waits(b)).slice(0, MOST_SHOWN);
}
