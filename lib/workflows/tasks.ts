/** Pieces of Amazon States Language (JSONata) that both workflows are written with. */

/** Only what may pass by itself is tried again; a `Terminal` error ends the workflow at once. */
const retry = [
  {
    ErrorEquals: [
      'Retryable',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'Sandbox.Timedout',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 8,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
];

export interface Next {
  readonly Next?: string;
  readonly End?: true;
}

/** Call a function with a payload and answer what it answers. */
export const call = (functionArn: string, payload: object | string, next: Next, assign?: object): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: payload },
  Output: '{% $states.result.Payload %}',
  Retry: retry,
  ...(assign ? { Assign: assign } : {}),
  ...next,
});

/** Call a function and wait until somebody returns the token it was given. */
export const callAndWait = (functionArn: string, payload: object, next: Next): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: functionArn, Payload: payload },
  Retry: retry,
  ...next,
});

export interface ForEachRow {
  readonly bucket: string;
  /** JSONata expression of the object's key. */
  readonly key: string;
  /** What each row is handed, with `$states.context.Map.Item.Value` for the row. */
  readonly item: object;
  readonly states: object;
  readonly startAt: string;
  readonly atMost: number;
}

/** Run steps for every row of a CSV object, in parallel, each in an execution of its own. */
export const forEachRow = (rows: ForEachRow, next: Next): object => ({
  Type: 'Map',
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
    Arguments: { Bucket: rows.bucket, Key: rows.key },
  },
  ItemSelector: rows.item,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: rows.startAt,
    States: rows.states,
  },
  MaxConcurrency: rows.atMost,
  // The rows' answers stay in the work bucket; a workflow's state holds only what leads there.
  Output: {},
  ...next,
});
