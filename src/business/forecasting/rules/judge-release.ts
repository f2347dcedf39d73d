import type { ReleasePolicy } from '#core/canonical/settings.ts';
import { micros, ONE } from '#core/kernel/decimal.ts';
import type { Comparison, DepartureCount } from '../compare-releases.ts';
import type { Departure } from './departure.ts';

const sayings: { readonly [D in Departure]: (percent: string) => string } = {
  spike: (percent) => `rise by more than ${percent} %`,
  drop: (percent) => `fall by more than ${percent} %`,
  zero: () => 'fall to zero',
  lost: () => 'are no longer covered',
};

export interface ReleaseToJudge {
  readonly policy: ReleasePolicy | undefined;
  /** Undefined where there is no baseline yet. */
  readonly comparison: Comparison | undefined;
  /** Whether the baseline came from a file that arrived later than this one. */
  readonly olderThanBaseline: boolean;
}

/**
 * Whether a release goes into force by itself. The reasons why not, in sentences for a planner; none: it does.
 * Without a policy nothing is approved without a planner, and neither is what arrived before the baseline.
 */
export function judgeRelease({ policy, comparison, olderThanBaseline }: ReleaseToJudge): string[] {
  const reasons: string[] = [];
  if (!policy) reasons.push('No release policy is set, so a planner approves every release.');
  else if (!policy.approveAutomatically)
    reasons.push('The release policy leaves every approval to a planner.');
  if (olderThanBaseline) reasons.push('Its file arrived before the one of the baseline in force.');
  if (comparison?.commonWeeks === 0) {
    reasons.push('It has no week in common with the baseline, so nothing can be compared.');
  }
  if (policy && comparison) reasons.push(...departures(comparison, policy));
  return reasons;
}

function departures({ departures, itemLocationsBefore }: Comparison, policy: ReleasePolicy): string[] {
  const counts = Object.values(departures);
  const departing = counts.reduce((sum, { count }) => sum + count, 0);
  const share = BigInt(departing) * 100n * ONE;
  if (share <= BigInt(itemLocationsBefore) * micros(policy.holdAbovePercent)) return [];
  const all = `Of ${itemLocationsBefore} item-locations of the baseline ${departing} depart from it;`;
  return [
    `${all} the release policy lets ${policy.holdAbovePercent} % pass.`,
    ...sentences(departures, policy.anomalyPercent),
  ];
}

const sentences = (departures: Comparison['departures'], percent: string): string[] =>
  (['spike', 'drop', 'zero', 'lost'] as const).flatMap((departure) => {
    const { count, examples }: DepartureCount = departures[departure];
    if (count === 0) return [];
    const said = sayings[departure](percent);
    return [`${count} ${said}, such as ${examples.join('; ')}.`.slice(0, 500)];
  });
