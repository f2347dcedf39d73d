import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import type { Records } from '#core/kernel/records.ts';
import * as compareForecastRelease from '#functions/api/compare-forecast-release.ts';
import * as getForecastSeries from '#functions/api/get-forecast-series.ts';
import * as getReplenishmentRun from '#functions/api/get-replenishment-run.ts';
import * as listReplenishmentRuns from '#functions/api/list-replenishment-runs.ts';
import * as rejectForecastRelease from '#functions/api/reject-forecast-release.ts';

interface Ports {
  readonly records: Records;
  readonly objects: ObjectStore;
}

/** The handlers with which planners look into releases and runs, on doubles. */
export const planningHandlers = (ports: Ports, writing: WritePorts) => ({
  'compare-forecast-release': apiHandler(compareForecastRelease.operation(ports), writing.settings),
  'get-forecast-series': apiHandler(getForecastSeries.operation(ports), writing.settings),
  'reject-forecast-release': apiWriteHandler(rejectForecastRelease.operation(ports.records), writing),
  'list-replenishment-runs': apiHandler(listReplenishmentRuns.operation(ports.records), writing.settings),
  'get-replenishment-run': apiHandler(getReplenishmentRun.operation(ports.records), writing.settings),
});
