import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { dryRun } from '#adapters/dry-run/dry-run.ts';

const metrics = new Metrics();

/** Add to a business measure; published as one log line when the invocation ends. What is only rehearsed counts nothing. */
export const count = (name: string, amount = 1): void => {
  if (dryRun()) return;
  metrics.addMetric(name, MetricUnit.Count, amount);
};

/** Add to a business measure of somebody or something: a metric for each value of the dimension. */
export const countBy = (name: string, dimension: Readonly<Record<string, string>>, amount: number): void => {
  if (dryRun()) return;
  metrics
    .singleMetric()
    .addDimensions({ ...dimension })
    .addMetric(name, MetricUnit.Count, amount);
};

/** Note how long something took or how old it is, in seconds. */
export const seconds = (name: string, amount: number): void => {
  if (dryRun()) return;
  metrics.addMetric(name, MetricUnit.Seconds, amount);
};

/** middy middleware that publishes what was counted, also when the invocation failed. */
export const publishMetrics = () => {
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
};
