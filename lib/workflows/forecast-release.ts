import { call, forEachRow } from './tasks.ts';

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
  QueryLanguage: 'JSONata',
  StartAt: 'SplitFile',
  States: {
    SplitFile: call(
      functions.splitForecastFile,
      '{% $states.input %}',
      { Next: 'WasItSplit' },
      {
        correlationId: '{% $states.input.correlationId %}',
        split: '{% $states.result.Payload %}',
      },
    ),
    WasItSplit: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $split.outcome = 'split' %}", Next: 'CheckChunks' }],
      Default: 'Rejected',
    },
    Rejected: { Type: 'Succeed' },
    CheckChunks: forEachRow(
      {
        bucket: workBucket,
        key: '{% $split.partitionsKey %}',
        item: {
          releaseId: '{% $split.releaseId %}',
          correlationId: '{% $correlationId %}',
          partition: '{% $states.context.Map.Item.Value.partition %}',
        },
        startAt: 'CheckChunk',
        states: { CheckChunk: call(functions.checkForecastChunk, '{% $states.input %}', { End: true }) },
        atMost: 40,
      },
      { Next: 'ConcludeRelease' },
    ),
    ConcludeRelease: call(
      functions.concludeForecastRelease,
      { releaseId: '{% $split.releaseId %}', correlationId: '{% $correlationId %}' },
      { End: true },
    ),
  },
});
