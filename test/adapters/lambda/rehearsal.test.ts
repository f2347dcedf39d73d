import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { beforeOutsideChange } from '#adapters/dry-run/dry-run.ts';
import { count, countBy, seconds } from '#adapters/lambda/metrics.ts';
import { fifoQueueHandler, queueHandler } from '#adapters/lambda/queue-handler.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { lambdaContext } from '#test/builders/lambda-context.ts';

const context: Context = lambdaContext;
const request = (body: string) => ({
  rehearse: { body, messageId: 'm-1', attributes: { ApproximateReceiveCount: '1' } },
});
const message = z.strictObject({ n: z.int() });

let printed = '';
const listen = () =>
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
afterEach(() => {
  vi.restoreAllMocks();
  printed = '';
});

describe('a consumer that is asked what it would do', () => {
  const handler = queueHandler(message, async ({ n }) => {
    count('LinesApplied', n);
    countBy('LinesAppliedBy', { owner: 'buyer' }, n);
    seconds('LinesTook', n);
    if (n === 7) return fail(problem('file-missing', 'the file is gone'));
    if (n === 8) throw new TypeError('secret');
    if (n === 9) beforeOutsideChange('go to the ERP', 'model.purchase.purchase.create');
    return ok(n);
  });

  it('[O4] says that it would succeed, and counts nothing', async () => {
    listen();
    expect(await handler(request('{"n":1}'), context)).toEqual({
      batchItemFailures: [],
      rehearsal: { outcome: 'would-succeed', effects: [] },
    });
    expect(printed).not.toContain('Lines');
  });

  it('[O4] says what it would fail of: a problem, a bug without its text, a message it cannot read', async () => {
    listen();
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const of = async (body: string) => (await handler(request(body), context)).rehearsal;
    expect(await of('{"n":7}')).toMatchObject({
      outcome: 'would-fail',
      problem: { code: 'file-missing', detail: 'the file is gone' },
    });
    expect(await of('{"n":8}')).toMatchObject({ problem: { code: 'unexpected-failure' } });
    expect(JSON.stringify(await of('{"n":8}'))).not.toContain('secret');
    expect(await of('no json')).toMatchObject({ problem: { code: 'validation-failed' } });
  });

  it('[O4] counts as success what ends before another system would be changed', async () => {
    expect((await handler(request('{"n":9}'), context)).rehearsal).toEqual({
      outcome: 'would-succeed',
      effects: [{ what: 'go to the ERP', about: 'model.purchase.purchase.create' }],
    });
  });

  it('[O4] of a FIFO queue says so too', async () => {
    const ordered = fifoQueueHandler(message, async () => ok(undefined));
    expect((await ordered(request('{"n":1}'), context)).rehearsal?.outcome).toBe('would-succeed');
  });

  it('[O4] that a message fails is a failure even where why it did cannot be kept', async () => {
    listen();
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    process.env.READ_MODEL_TABLE = 'read-model';
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
    process.env.AWS_REGION = 'eu-central-1';
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    try {
      const records = [{ messageId: 'm-1', body: '{"n":7}', attributes: { ApproximateReceiveCount: '1' } }];
      const event = { Records: records } as unknown as SQSEvent;
      expect(await handler(event, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
    } finally {
      delete process.env.READ_MODEL_TABLE;
      delete process.env.AWS_ENDPOINT_URL;
    }
  });
});
