import { call, either, forEachRow } from './tasks.ts';

export interface ForecastReleaseFunctions {
  readonly splitForecastFile: string;
  readonly checkForecastChunk: string;
  readonly concludeForecastRelease: string;
}

/**
 * From a kept document to a release: split the file once, check its chunks in parallel, and let nothing count until
 * the totals agree. Input `{ documentId, correlationId }`.
 */
export const forecastReleaseWorkflow = (functions: ForecastReleaseFunctions, workBucket: string): object => ({
  Comment: 'A forecast file becomes a release, or is rejected with the reason.',
  StartAt: 'SplitFile',
  States: {
    SplitFile: call(functions.splitForecastFile, { Next: 'WasItSplit' }),
    WasItSplit: either("$states.input.outcome = 'split'", 'CheckChunks', 'Rejected'),
    Rejected: { Type: 'Succeed' },
    CheckChunks: forEachRow(
      {
        bucket: workBucket,
        key: '$.partitionsKey',
        item: {
          'releaseId.$': '$.releaseId',
          'correlationId.$': '$.correlationId',
          'partition.$': '$$.Map.Item.Value.partition',
        },
        startAt: 'CheckChunk',
        states: { CheckChunk: call(functions.checkForecastChunk, { End: true }) },
        atMost: 40,
      },
      { Next: 'ConcludeRelease' },
    ),
    ConcludeRelease: call(
      functions.concludeForecastRelease,
      { End: true },
      { releaseId: '{% $states.input.releaseId %}', correlationId: '{% $states.input.correlationId %}' },
    ),
  },
});
