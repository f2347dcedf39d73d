import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sendMessages } from '#adapters/sqs/send-messages.ts';
import type { Resent } from '#platform/dead-letters/ports.ts';

const attribute = z.object({ DataType: z.string(), StringValue: z.string() });
const entry = z.object({
  Id: z.string().optional(),
  MessageBody: z.string(),
  MessageAttributes: z.record(z.string(), attribute).optional(),
});
const call = z.union([z.object({ Entries: z.array(entry) }), entry.transform((one) => ({ Entries: [one] }))]);

/** As SQS counts: the body, and name, type and value of each attribute. */
const sizeOf = ({ MessageBody, MessageAttributes = {} }: z.infer<typeof entry>): number =>
  Object.entries(MessageAttributes).reduce(
    (sum, [name, { DataType, StringValue }]) => sum + Buffer.byteLength(name + DataType + StringValue),
    Buffer.byteLength(MessageBody),
  );

let close: (() => Promise<void>) | undefined;
afterEach(async () => close?.());

/** A server that speaks the protocol of SQS and takes 256 KB a call, as AWS does and the embedded cloud does not. */
async function strictQueue() {
  const taken: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const { Entries } = call.parse(JSON.parse(Buffer.concat(pieces).toString()));
    const answer = (status: number, body: object) =>
      outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    if (Entries.reduce((sum, one) => sum + sizeOf(one), 0) > 256 * 1024)
      return answer(400, { __type: 'com.amazonaws.sqs#BatchRequestTooLong', message: 'too long' });
    taken.push(...Entries.map(({ MessageBody }) => MessageBody.slice(0, 2)));
    return answer(200, { MessageId: 'm', Successful: Entries.map(({ Id }) => ({ Id, MessageId: 'm' })) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new SQSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    md5: false,
  });
  close = async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { client, taken };
}

const resent = (n: number, bytes: number): Resent => {
  const attributes = { redriveid: { dataType: 'String', value: 'rd-1' } };
  const message = {
    ...{ messageId: `m-${n}`, receipt: `r-${n}`, body: `${n}:`.padEnd(bytes, 'x') },
    ...{ sentAt: '2026-11-16T08:00:00.000Z', receives: 1, attributes },
  };
  return { message, deduplicationId: `d-${n}`, attributes };
};
const url = 'http://127.0.0.1/000000000000/answers';

describe('messages that are sent back together', () => {
  it('[O4] are sent one by one where bodies and attributes together are more than a call takes', async () => {
    const { client, taken } = await strictQueue();
    const messages = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => resent(n, 32 * 1024 - 5));
    const outcomes = await sendMessages(client, url, false, messages);
    expect(outcomes).toEqual(messages.map(() => ({ sent: true })));
    expect(taken).toEqual(['0:', '1:', '2:', '3:', '4:', '5:', '6:', '7:']);
  });

  it('[O4] go in one call where they fit', async () => {
    const { client, taken } = await strictQueue();
    const outcomes = await sendMessages(client, url, false, [resent(1, 1000), resent(2, 1000)]);
    expect(outcomes).toEqual([{ sent: true }, { sent: true }]);
    expect(taken).toEqual(['1:', '2:']);
  });
});
