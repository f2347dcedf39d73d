import type { Addition } from '#core/canonical/figures.ts';
import { count, seconds } from './metrics.ts';

/** `acknowledged-lines` is `AcknowledgedLines`. */
export const metricName = (counted: string): string =>
  counted.replace(/(^|-)([a-z])/g, (_, _hyphen: string, letter: string) => letter.toUpperCase());

/**
 * What was counted, as metrics too: durations in seconds under their name, and shares as two sums, `…Good` of `…All`;
 * what is only counted has no `…All`. CloudWatch divides. The read model has the exact figures, and all dimensions.
 */
export function countAdditions(additions: readonly Addition[]): void {
  for (const { counted, numerator, denominator, seconds: lasted } of additions) {
    const name = metricName(counted);
    if (lasted !== undefined) {
      seconds(name, lasted);
      continue;
    }
    count(`${name}Good`, numerator);
    if (denominator > 0) count(`${name}All`, denominator);
  }
}
