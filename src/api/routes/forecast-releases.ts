import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/forecast-release.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute, writeRoute } from '../route.ts';

/** As much as intake reads of one file, compressed or not. */
export const MAXIMUM_UPLOAD_BYTES = 2 * 1024 ** 3;

const params = z.strictObject({ releaseId: idSchema });

export const listForecastReleases = readRoute({
  operationId: 'list-forecast-releases',
  path: '/v1/forecast-releases',
  tag: 'Forecast releases',
  summary: 'List forecast releases, newest first',
  scope: 'forecast-releases.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of releases', schema: resources.forecastReleasePage },
});

export const getForecastRelease = readRoute({
  operationId: 'get-forecast-release',
  path: '/v1/forecast-releases/{releaseId}',
  tag: 'Forecast releases',
  summary: 'Get one forecast release: its state, line counts and difference from the baseline',
  scope: 'forecast-releases.read',
  params,
  answer: { description: 'The release', schema: resources.forecastReleaseResource, etag: true },
});

export const downloadQuarantinedRows = readRoute({
  operationId: 'download-quarantined-rows',
  path: '/v1/forecast-releases/{releaseId}/quarantined-rows',
  tag: 'Forecast releases',
  summary: 'Get a link to the rows that were not taken, each with its line number and the reason',
  description: 'Answers 404 for a release without quarantined rows.',
  scope: 'forecast-releases.read',
  params,
  answer: { description: 'A link that works for a few minutes', schema: resources.downloadLink },
});

export const approveForecastRelease = writeRoute({
  operationId: 'approve-forecast-release',
  path: '/v1/forecast-releases/{releaseId}/approve',
  tag: 'Forecast releases',
  summary: 'Approve a held release: it becomes the baseline and replenishment starts',
  scope: 'forecast-releases.approve',
  params,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500).optional() }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The approved release', schema: resources.forecastReleaseResource, etag: true },
});

export const rejectForecastRelease = writeRoute({
  operationId: 'reject-forecast-release',
  path: '/v1/forecast-releases/{releaseId}/reject',
  tag: 'Forecast releases',
  summary: 'Reject a held release, with the reason: it never counts',
  scope: 'forecast-releases.approve',
  params,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  answer: { description: 'The rejected release', schema: resources.forecastReleaseResource, etag: true },
});

export const compareForecastRelease = readRoute({
  operationId: 'compare-forecast-release',
  path: '/v1/forecast-releases/{releaseId}/comparison',
  tag: 'Forecast releases',
  summary: 'Compare a release with the baseline it follows: sums by week, and what it changes most',
  description: 'Answers 404 until the release has been checked.',
  scope: 'forecast-releases.read',
  params,
  answer: { description: 'The comparison', schema: resources.forecastComparison },
});

export const getForecastSeries = readRoute({
  operationId: 'get-forecast-series',
  path: '/v1/forecast-releases/{releaseId}/series',
  tag: 'Forecast releases',
  summary:
    'Get the forecast of one item at one location, week by week, beside the baseline the release follows',
  scope: 'forecast-releases.read',
  params,
  query: z.strictObject({ itemId: idSchema, locationId: idSchema }),
  answer: { description: 'The two series', schema: resources.forecastSeriesAnswer },
});

export const createForecastUpload = writeRoute({
  operationId: 'create-forecast-upload',
  path: '/v1/forecast-uploads',
  tag: 'Forecast releases',
  summary: 'Get a form with which one forecast file is posted straight to the landing bucket',
  scope: 'forecast-uploads.create',
  body: z.strictObject({
    fileName: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.(?:csv|csv\.gz|ndjson)$/,
        'must be letters, digits or . _ - and end in .csv, .csv.gz or .ndjson',
      ),
    /** Exact size of the file; a file of another size is then refused. */
    sizeBytes: z.int().min(1).max(MAXIMUM_UPLOAD_BYTES).optional(),
  }),
  ifMatch: false,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { status: 201, description: 'Where and how to post the file', schema: resources.forecastUpload },
});
