import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueUrlCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

const lambda = new LambdaClient({});
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });

/** A deploy that gave a function a table that is not there; `repair` is the next, better one. */
export async function deployBadly(functionName: string): Promise<{ repair(): Promise<void> }> {
  const named = { FunctionName: functionName };
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand(named));
  const good = Environment?.Variables ?? {};
  const configure = async (Variables: Record<string, string>) => {
    await lambda.send(new UpdateFunctionConfigurationCommand({ ...named, Environment: { Variables } }));
  };
  await configure({ ...good, RECORDS_TABLE: 'crossdock-local-records-mistyped' });
  return { repair: () => configure(good) };
}

/** Let messages of a queue come back at once: nobody waits minutes for the fifth attempt. */
export async function hurry(queueName: string): Promise<void> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queueName }));
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '1' } }));
}
