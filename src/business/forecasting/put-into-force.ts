import type { ForecastRelease } from '#core/canonical/forecast.ts';
import type { Instant } from '#core/kernel/dates.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import type { EventDraft } from '#events/catalogue.ts';

/** The one record that says which release is in force. */
export const BASELINE_ID = 'baseline';

export interface BaselineInForce {
  readonly pointer: StoredRecord<'forecast-baseline'>;
  readonly release: StoredRecord<'forecast-release'>;
}

/** The baseline in force with its release; undefined before the first approval. */
export async function baselineInForce(records: Records): Promise<BaselineInForce | undefined> {
  const pointer = await records.get('forecast-baseline', BASELINE_ID);
  if (!pointer) return undefined;
  const release = await records.get('forecast-release', pointer.body.releaseId);
  if (!release) throw new Error(`the baseline names release ${pointer.body.releaseId}, which is not there`);
  return { pointer, release };
}

/**
 * The changes that make a release the baseline and supersede the one before, for one commit. `before` are events
 * of the release that come before its approval.
 */
export function putIntoForce(
  release: Pick<StoredRecord<'forecast-release'>, 'id' | 'version'>,
  body: ForecastRelease,
  baseline: BaselineInForce | undefined,
  approval: { readonly by: string; readonly at: Instant },
  before: readonly EventDraft[] = [],
): readonly AnyChange[] {
  const { id, version } = release;
  const supersedes = baseline?.release.id;
  const approved: EventDraft = {
    name: 'forecast-release-approved',
    data: { releaseId: id, ...(supersedes !== undefined && { supersedes }), approvedBy: approval.by },
  };
  return [
    {
      type: 'forecast-release',
      id,
      expect: version,
      body: { ...body, state: 'approved', approvedBy: approval.by, approvedAt: approval.at },
      events: [...before, approved],
    },
    {
      type: 'forecast-baseline',
      id: BASELINE_ID,
      expect: baseline?.pointer.version ?? 'absent',
      body: { id: BASELINE_ID, releaseId: id, since: approval.at },
    },
    ...(baseline ? [superseded(baseline.release, id)] : []),
  ];
}

const superseded = ({ id, version, body }: StoredRecord<'forecast-release'>, by: string): AnyChange => ({
  type: 'forecast-release',
  id,
  expect: version,
  body: { ...body, state: 'superseded' },
  events: [{ name: 'forecast-release-superseded', data: { releaseId: id, by } }],
});
