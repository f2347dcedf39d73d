import type { Context } from 'aws-lambda';

/** The context that Lambda gives an invocation, as far as handlers look at it. */
export const lambdaContext = {
  functionName: 'under-test',
  awsRequestId: 'request-1',
  memoryLimitInMB: '256',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:under-test',
  getRemainingTimeInMillis: () => 30_000,
} as Context;
