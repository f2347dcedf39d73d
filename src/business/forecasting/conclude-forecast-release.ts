import type { ForecastRelease, WorkObject } from '#core/canonical/forecast.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { dayNumber } from '#core/kernel/dates.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { decimalText, micros, ONE } from '#core/kernel/decimal.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { addUp, brokenSeries, type ReleaseTotals, readChunkResults } from './collect-results.ts';
import { compareWithBaseline, compareWithNothing, type RevisedBaseline } from './compare-with-baseline.ts';
import { mergeQuarantine } from './merge-quarantine.ts';
import type { ForecastingPorts } from './ports.ts';
import { baselineInForce } from './put-into-force.ts';
import { rejectRelease } from './reject-release.ts';
import { judgeRelease } from './rules/judge-release.ts';
import { settleRelease } from './settle-release.ts';
import { readReleaseManifest, writeComparison } from './work-objects.ts';

export type ConcludePorts = ForecastingPorts & { readonly settings: Settings };

export interface Conclusion {
  readonly releaseId: string;
  readonly state: 'approved' | 'held' | 'rejected';
}

/** Beyond this a decimal of a record has no place for a sum. */
const MOST_TOTAL = 1_000_000_000_000n * ONE;
/** What counts as anomalous where no policy says it. */
const USUAL_ANOMALY = '50';

/**
 * Decide what becomes of a release whose chunks are checked.
 * 1. Add up what became of every row; unless all of it agrees with the splitter's manifest, reject.
 * 2. Merge the quarantined rows into one object for the planner; reject when nothing is left to apply.
 * 3. Compare with the baseline in force, item-location by item-location, and keep what a planner wants to see of it.
 * 4. By the release policy approve it (the baseline moves, the release before is superseded) or hold it with reasons.
 * 5. Commit all of that at once, with the events and the document.
 * A release that is concluded keeps its conclusion.
 *
 * Problems: `not-found`; `temporarily-unavailable` while a chunk's result is missing; `release-broken` when the
 * objects of the baseline are.
 */
export async function concludeForecastRelease(
  ports: ConcludePorts,
  { releaseId, correlationId }: { readonly releaseId: string; readonly correlationId: CorrelationId },
): Promise<Result<Conclusion>> {
  const release = await ports.records.get('forecast-release', releaseId);
  if (!release) return fail(problem('not-found', `there is no forecast release ${releaseId}`));
  const concluded = conclusionOf(release.body);
  if (concluded) return ok(concluded);
  const reject = async (cause: Problem, quarantined: number, quarantine?: WorkObject) => {
    const rejection = { problem: cause, quarantined, quarantine };
    const rejected = await rejectRelease(ports.records, releaseId, rejection, correlationId);
    return rejected.ok ? ok<Conclusion>({ releaseId, state: 'rejected' }) : rejected;
  };
  const manifest = await readReleaseManifest(ports.objects, release.body);
  if (!manifest.ok) return reject(manifest.problem, release.body.counts.quarantined);
  const results = await readChunkResults(ports.objects, manifest.value);
  if (!results.ok) return results;
  const totals = addUp(manifest.value, results.value);
  const [disagreement] = [...totals.disagreements, ...(await brokenSeries(ports.objects, results.value))];
  if (disagreement !== undefined) {
    return reject(problem('release-broken', disagreement), manifest.value.quarantined);
  }
  const quarantine = await mergeQuarantine(ports.objects, manifest.value, results.value);
  const unusable = unusableBecause(totals);
  if (unusable) return reject(unusable, totals.counts.quarantined, quarantine);
  return decideRelease(ports, releaseId, totals, quarantine, correlationId);
}

function conclusionOf({ id, state }: ForecastRelease): Conclusion | undefined {
  if (state === 'received' || state === 'validated') return undefined;
  return { releaseId: id, state: state === 'superseded' ? 'approved' : state };
}

function unusableBecause({ counts, total }: ReleaseTotals): Problem | undefined {
  if (counts.applied === 0) {
    return problem('file-unusable', `all ${counts.received} rows are quarantined; each says why`);
  }
  if (total < MOST_TOTAL) return undefined;
  return problem('file-unusable', `its quantities add up to ${total / ONE}, which no distributor sells`);
}

/** Compare, judge and commit; again from the start when something changed meanwhile, such as the baseline. */
async function decideRelease(
  ports: ConcludePorts,
  releaseId: string,
  totals: ReleaseTotals,
  quarantine: WorkObject | undefined,
  correlationId: CorrelationId,
): Promise<Result<Conclusion>> {
  const { records, objects, settings } = ports;
  const { span } = totals;
  if (!span) throw new Error(`release ${releaseId} has applied rows and no bucket`);
  let compared: RevisedBaseline | undefined;
  let kept: WorkObject | undefined;
  return decideAgain(async () => {
    const release = await records.get('forecast-release', releaseId);
    if (!release) return fail(problem('not-found', `there is no forecast release ${releaseId}`));
    const concluded = conclusionOf(release.body);
    if (concluded) return ok(concluded);
    const baseline = await baselineInForce(records);
    const policy = (await settings.get('release'))?.value;
    if (baseline && compared?.revision.against !== baseline.release.id) {
      const percent = micros(policy?.anomalyPercent ?? USUAL_ANOMALY);
      const result = await compareWithBaseline(objects, baseline.release.body, totals, span, percent);
      if (!result.ok) return result;
      compared = result.value;
      kept = await writeComparison(objects, releaseId, compared.sideBySide);
    }
    if (!kept)
      kept = await writeComparison(objects, releaseId, await compareWithNothing(objects, totals, span));
    const olderThanBaseline =
      baseline !== undefined && release.body.receivedAt < baseline.release.body.receivedAt;
    const reasons = judgeRelease({ policy, comparison: compared?.comparison, olderThanBaseline });
    const body: ForecastRelease = {
      ...release.body,
      state: 'validated',
      horizon: { ...span, buckets: (dayNumber(span.to) - dayNumber(span.from)) / 7 + 1 },
      counts: totals.counts,
      total: decimalText(totals.total),
      itemLocations: totals.itemLocations,
      ...(quarantine && { quarantine }),
      comparison: kept,
      ...(compared && { revision: compared.revision }),
      reasons,
    };
    return settleRelease(ports, release, body, baseline, correlationId);
  });
}
