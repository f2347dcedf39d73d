import '#test/builders/silent-logs.ts';
import type { Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { handler as requestPurchaseOrder } from '#functions/purchasing/request-purchase-order.ts';
import { handler as awaitApproval } from '#functions/replenishment/await-approval.ts';
import { handler as concludeReplenishment } from '#functions/replenishment/conclude-replenishment.ts';
import { handler as planChunk } from '#functions/replenishment/plan-chunk.ts';
import { handler as prepareReplenishment } from '#functions/replenishment/prepare-replenishment.ts';
import { handler as proposeGroup } from '#functions/replenishment/propose-group.ts';
import { handler as startReplenishment } from '#functions/replenishment/start-replenishment.ts';
import { handler as wakeApprovalGroup } from '#functions/replenishment/wake-approval-group.ts';

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'step',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:step',
  memoryLimitInMB: '1024',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const correlationId = 'cor-12345678';

describe('steps of the replenishment workflow', () => {
  const steps = [
    ['prepare-replenishment', () => prepareReplenishment({ correlationId }, context)],
    ['plan-chunk', () => planChunk({ runId: 'run-1', partition: 'x', correlationId }, context)],
    ['conclude-replenishment', () => concludeReplenishment({ runId: '', correlationId }, context)],
    ['propose-group', () => proposeGroup({ runId: 'run-1', correlationId }, context)],
    ['await-approval', () => awaitApproval({ approvalGroupId: 'ag-1' }, context)],
    ['request-purchase-order', () => requestPurchaseOrder({ correlationId }, context)],
  ] as const;
  test.each(steps)('[E3] %s refuses an input it cannot use, for good', async (_name, invoke) => {
    await expect(invoke()).rejects.toMatchObject({
      name: 'Terminal',
      message: expect.stringContaining('validation-failed'),
    });
  });
});

describe('queues of replenishment', () => {
  const message = (type: string, data: object) => ({
    Records: [
      {
        messageId: 'message-1',
        receiptHandle: 'handle',
        body: JSON.stringify({
          'detail-type': type,
          detail: {
            specversion: '1.0',
            id: 'approval-group/ag-1/1',
            source: 'crossdock',
            type,
            subject: 'ag-1',
            time: '2026-11-23T08:00:00.000Z',
            datacontenttype: 'application/json',
            sequence: '1',
            correlationid: correlationId,
            data,
          },
        }),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: '1',
          SenderId: 'events',
          ApproximateFirstReceiveTimestamp: '1',
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue',
        awsRegion: 'eu-central-1',
      },
    ],
  });
  const refused = { batchItemFailures: [{ itemIdentifier: 'message-1' }] };
  test('[E3] a message that is no such event comes back, to end in the dead-letter queue', async () => {
    const other = message('crossdock.item-changed.v1', {});
    expect(await startReplenishment(other, context)).toEqual(refused);
    expect(await wakeApprovalGroup(other, context)).toEqual(refused);
    const incomplete = message('crossdock.approval-group-decided.v1', { approved: 1 });
    expect(await wakeApprovalGroup(incomplete, context)).toEqual(refused);
  });
});
