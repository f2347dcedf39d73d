import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Request {
  /** `BatchGetItem`, `TransactWriteItems` … */
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

export interface Answer {
  readonly status?: number;
  readonly body: object;
}

export interface DynamoServer {
  readonly client: DynamoDBDocumentClient;
  readonly requests: readonly Request[];
  readonly close: () => Promise<void>;
}

/**
 * A server that speaks DynamoDB's protocol and answers as it is told: throttles, conflicts and half-done batches,
 * which the embedded AWS never gives. The SDK in front of it is the real one.
 */
export async function dynamoServer(
  answer: (request: Request, count: number) => Answer,
): Promise<DynamoServer> {
  const requests: Request[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    const request = { operation, body: JSON.parse(await textOf(incoming)) };
    requests.push(request);
    const { status = 200, body } = answer(request, requests.length);
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  return {
    client: DynamoDBDocumentClient.from(client),
    requests,
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The answer to a transaction that was cancelled, one reason an item. */
export const cancelled = (...codes: readonly string[]): Answer => ({
  status: 400,
  body: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  },
});

export const refusedAs = (type: string): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type },
});

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
