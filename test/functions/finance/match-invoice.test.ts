import '#test/builders/silent-logs.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler } from '#functions/finance/match-invoice.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';
import { emptyCloud } from '../empty-cloud.ts';

let cloud: Awaited<ReturnType<typeof emptyCloud>>;
beforeAll(async () => {
  cloud = await emptyCloud();
  for (const bucket of ['LANDING_BUCKET', 'DOCUMENTS_BUCKET', 'WORK_BUCKET']) vi.stubEnv(bucket, 'bucket');
});
afterAll(() => cloud.close());

const envelope = (name: string, subject: string, data: object) => ({
  specversion: '1.0',
  id: 'ev-1',
  source: 'crossdock',
  type: `crossdock.${name}.v1`,
  subject,
  time: '2026-12-08T08:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '1',
  correlationid: 'cor-finance-test',
  data,
});

const hear = (name: string, subject: string, data: object) => {
  const detail = envelope(name, subject, data);
  const body = JSON.stringify({ 'detail-type': detail.type, detail });
  const record = {
    messageId: 'm1',
    receiptHandle: 'r1',
    body,
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: subject },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:invoices',
    awsRegion: 'us-east-1',
  };
  return handler({ Records: [record] } as unknown as Parameters<typeof handler>[0], lambdaContext);
};

const failed = { batchItemFailures: [{ itemIdentifier: 'm1' }] };
const done = { batchItemFailures: [] };

it('[S7] an invoice that is not there fails its message, and other documents are none of its business', async () => {
  const data = { partnerDocumentId: 'pd-1', partnerId: 'acme', kind: 'supplier-invoice' };
  expect(await hear('partner-document-received', 'pd-1', data)).toEqual(failed);
  const notice = { ...data, kind: 'ship-notice' };
  expect(await hear('partner-document-received', 'pd-1', notice)).toEqual(done);
});

it('[S7] goods of an order for which nothing waits are heard and done', async () => {
  const data = { purchaseOrderId: 'po-1', documentId: 'gr-1' };
  expect(await hear('order-progressed', 'po-1', { ...data, what: 'received' })).toEqual(done);
  expect(await hear('order-progressed', 'po-1', { ...data, what: 'shipped' })).toEqual(done);
});

it('[O7] any other event is a poison message', async () => {
  expect(await hear('goods-received', 'gr-1', { goodsReceiptId: 'gr-1' })).toEqual(failed);
});
