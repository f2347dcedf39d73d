import { apiHandler } from '#adapters/lambda/api-handler.ts';
import type { OverviewPorts } from '#business/measures/get-overview.ts';
import type { Finder } from '#business/measures/ports.ts';
import * as getMeasure from '#functions/api/get-measure.ts';
import * as getOverview from '#functions/api/get-overview.ts';
import * as search from '#functions/api/search.ts';

/** The operations of measures, for the API in process. */
export const measureHandlers = (ports: OverviewPorts & { readonly figures: Finder }) => ({
  'get-overview': apiHandler(getOverview.operation(ports), ports.settings),
  'get-measure': apiHandler(getMeasure.operation(ports), ports.settings),
  search: apiHandler(search.operation(ports.figures), ports.settings),
});
