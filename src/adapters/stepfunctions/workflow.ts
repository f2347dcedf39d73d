import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { awsClient } from '#adapters/aws-client.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';

/** Step Functions takes 256 KB; what is larger belongs into an object whose key is passed on. */
const largestInput = 200 * 1024;

export interface Workflow<Input> {
  /** One name starts once: a second start with it changes nothing and succeeds. At most 80 letters, digits, `-`, `_`. */
  start(name: string, input: Input): Promise<void>;
}

/** The workflow that turns a kept forecast file into a release. */
export const releaseWorkflow = <Input>(): Workflow<Input> =>
  workflow(environmentVariable('RELEASE_WORKFLOW_ARN'));

/** The workflow that plans, proposes and orders for an approved release. */
export const replenishmentWorkflow = <Input>(): Workflow<Input> =>
  workflow(environmentVariable('REPLENISHMENT_WORKFLOW_ARN'));

export function workflow<Input>(stateMachineArn: string, client: SFNClient = sfnClient()): Workflow<Input> {
  return {
    start: async (name, workflowInput) => {
      const input = JSON.stringify(workflowInput);
      const bytes = Buffer.byteLength(input);
      if (bytes > largestInput)
        throw new RangeError(`an input of ${bytes} bytes: keep the bulk in an object`);
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}

/**
 * Wake the step that waits with a task token. `not-waiting`: it was woken before, timed out or its execution ended;
 * nothing is left to do then.
 */
export async function wakeTask(
  taskToken: string,
  output: unknown,
  client: SFNClient = sfnClient(),
): Promise<'woken' | 'not-waiting'> {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    return 'woken';
  } catch (error) {
    const over =
      error instanceof TaskTimedOut || error instanceof InvalidToken || error instanceof TaskDoesNotExist;
    if (over) return 'not-waiting';
    throw error;
  }
}

let shared: SFNClient | undefined;

function sfnClient(): SFNClient {
  shared ??= awsClient(
    new SFNClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    }),
  );
  return shared;
}
