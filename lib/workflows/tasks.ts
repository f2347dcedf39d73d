/**
 * Pieces of Amazon States Language that the workflows are written with. Steps are JSONata; what a step answers is
 * merged into the state, so that the state always says where the workflow stands. Distributed maps are JSONPath,
 * because the embedded cloud reads their lists in no other way (docs/decisions/0005).
 */

/** Only what may pass by itself is tried again; a `Terminal` error ends the workflow at once. */
const retry = [
  {
    ErrorEquals: [
      'Retryable',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      // A function that died without a word; the embedded cloud calls its throttling so, too.
      'Lambda.Unknown',
      'Sandbox.Timedout',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 8,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
];

export type Next = { readonly Next: string } | { readonly End: true };

const merged = '{% $merge([$states.input, $states.result.Payload]) %}';

/** Call a function with the state (or what is picked from it) and merge its answer into the state. */
export const call = (
  functionArn: string,
  next: Next,
  payload: object | string = '{% $states.input %}',
): object => ({
  Type: 'Task',
  QueryLanguage: 'JSONata',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: payload },
  // The last answer is in the records; a list of thousands of them would outgrow the state of who waits for it.
  Output: 'End' in next ? {} : merged,
  Retry: retry,
  ...next,
});

/** Call a function and wait until somebody returns the token it was given; the state stays as it was. */
export const callAndWait = (functionArn: string, next: Next, payload: object): object => ({
  Type: 'Task',
  QueryLanguage: 'JSONata',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: functionArn, Payload: payload },
  Output: '{% $states.input %}',
  Retry: retry,
  ...next,
});

/** Go one way if the condition on `$states.input` holds, else the other. */
export const either = (condition: string, then: string, otherwise: string): object => ({
  Type: 'Choice',
  QueryLanguage: 'JSONata',
  Choices: [{ Condition: `{% ${condition} %}`, Next: then }],
  Default: otherwise,
});

export interface ForEachRow {
  readonly bucket: string;
  /** JSONPath in the state of the CSV object's key. */
  readonly key: string;
  /** What each row's steps start from: JSONPath in the state, `$$.Map.Item.Value` is the row. */
  readonly item: Readonly<Record<`${string}.$`, string>>;
  readonly startAt: string;
  readonly states: object;
  readonly atMost: number;
  /** Rows have nothing to do with each other: one that fails stops no other. Otherwise the first failure ends all. */
  readonly independent?: true;
}

/** Run steps for every row of a CSV object, in parallel, each in an execution of its own; the state stays as it was. */
export const forEachRow = (rows: ForEachRow, next: Next): object => ({
  Type: 'Map',
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
    Parameters: { Bucket: rows.bucket, 'Key.$': rows.key },
  },
  ItemSelector: rows.item,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: rows.startAt,
    States: rows.states,
  },
  MaxConcurrency: rows.atMost,
  ...(rows.independent ? { ToleratedFailurePercentage: 100 } : {}),
  ResultPath: null,
  ...next,
});
