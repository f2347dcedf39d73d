import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { awsClient } from '#adapters/aws-client.ts';

let client: DynamoDBDocumentClient | undefined;

/** One client a process: connections are reused, waits are short, and the SDK tries throttled calls again. */
export function documentClient(): DynamoDBDocumentClient {
  client ??= DynamoDBDocumentClient.from(
    awsClient(
      new DynamoDBClient({
        maxAttempts: 4,
        requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
      }),
    ),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return client;
}
