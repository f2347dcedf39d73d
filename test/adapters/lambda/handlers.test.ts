import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { busEventsHandler, busQueueHandler } from '#adapters/lambda/bus-queue-handler.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { fifoQueueHandler, queueHandler } from '#adapters/lambda/queue-handler.ts';
import { scheduleHandler } from '#adapters/lambda/schedule-handler.ts';
import { taskHandler } from '#adapters/lambda/task-handler.ts';
import { ProblemError, problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { itemChanged } from '#events/item-changed/v1.ts';

const context = {
  functionName: 'under-test',
  awsRequestId: 'request-1',
  memoryLimitInMB: '256',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:under-test',
  getRemainingTimeInMillis: () => 30_000,
} as Context;

const message = (body: unknown, messageId: string, group?: string) =>
  ({
    messageId,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { ApproximateReceiveCount: '2', ...(group ? { MessageGroupId: group } : {}) },
  }) as SQSRecord;

const batch = (...Records: SQSRecord[]): SQSEvent => ({ Records });
const failures = (...ids: string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

let printed: string[];
beforeEach(() => {
  printed = [];
  const print = (text: unknown): boolean => printed.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(print);
  vi.spyOn(process.stderr, 'write').mockImplementation(print);
});
afterEach(() => {
  vi.restoreAllMocks();
});
const lines = () => printed.join('');

describe('taskHandler', () => {
  const input = z.strictObject({ id: z.string(), correlationId: z.string().optional() });

  it('answers the value, and runs with the correlation of its input', async () => {
    const handler = taskHandler(input, async ({ id }, { correlationId, remaining }) =>
      ok({ id, correlationId, remaining: remaining() }),
    );
    const answer = await handler({ id: 'A', correlationId: 'cor-12345678' }, context);
    expect(answer).toEqual({ id: 'A', correlationId: 'cor-12345678', remaining: 30_000 });
  });

  it.each([
    ['Terminal', 'not-found'],
    ['Retryable', 'record-changed'],
  ] as const)('[O7] a problem is thrown as %s when its code says so: %s', async (name, code) => {
    const returned = taskHandler(input, async () => fail(problem(code, 'because')));
    const thrown = taskHandler(input, async () => Promise.reject(new ProblemError(problem(code, 'because'))));
    for (const handler of [returned, thrown]) {
      await expect(handler({ id: 'A' }, context)).rejects.toMatchObject({
        name,
        message: `${code}: because`,
      });
    }
  });

  it('an input that its schema refuses is terminal, and says where', async () => {
    const handler = taskHandler(input, async () => ok('never'));
    await expect(handler({ id: 7 }, context)).rejects.toMatchObject({
      name: 'Terminal',
      message: expect.stringMatching(/^validation-failed: .*\n.*at id/),
    });
  });

  it('[O1] a bug is retryable, logged with the correlation id, and tells the workflow nothing of its text', async () => {
    const handler = taskHandler(input, async () => Promise.reject(new TypeError('secret value')));
    const run = handler({ id: 'A', correlationId: 'cor-of-the-bug' }, context);
    await expect(run).rejects.toMatchObject({
      name: 'Retryable',
      message: expect.not.stringContaining('secret'),
    });
    expect(lines()).toContain('cor-of-the-bug');
    expect(lines()).toContain('"message":"secret value"');
  });

  it('publishes what was counted, also when the invocation fails', async () => {
    const handler = taskHandler(input, async () => {
      count('LinesApplied', 7);
      return fail(problem('not-found', 'because'));
    });
    await expect(handler({ id: 'A' }, context)).rejects.toThrow();
    expect(lines()).toContain('"LinesApplied":7');
    printed = [];
    await taskHandler(input, async () => ok(1))({ id: 'A' }, context);
    expect(lines()).toBe('');
  });
});

describe('queueHandler', () => {
  const body = z.strictObject({ n: z.int() });
  const handled: number[] = [];
  const handler = queueHandler(body, async ({ n }, { deliveries }) => {
    handled.push(n * deliveries);
    return n === 2 ? fail(problem('temporarily-unavailable', 'later')) : ok(n);
  });

  it('[O7] a poison message and one that failed come back alone; the others are done', async () => {
    const event = batch(
      message({ n: 1 }, 'm1'),
      message('no json', 'm2'),
      message({ n: 'x' }, 'm3'),
      message({ n: 2 }, 'm4'),
      message({ n: 3 }, 'm5'),
    );
    expect(await handler(event, context)).toEqual(failures('m2', 'm3', 'm4'));
    expect(handled).toEqual([2, 4, 6]);
  });

  it('a batch in which everything fails is no crash', async () => {
    expect(await handler(batch(message('x', 'm1')), context)).toEqual(failures('m1'));
  });

  it('logs no body of a message', async () => {
    await handler(batch(message({ n: 'confidential' }, 'm1')), context);
    expect(lines()).toContain('validation-failed');
    expect(lines()).not.toContain('confidential');
  });

  it('[X2] in a FIFO queue what follows a failure in its group waits, other groups go on', async () => {
    const seen: number[] = [];
    const fifo = fifoQueueHandler(body, async ({ n }) => {
      seen.push(n);
      return n === 2 ? fail(problem('system-unavailable', 'down')) : ok(n);
    });
    const event = batch(
      message({ n: 1 }, 'm1', 'po-1'),
      message({ n: 2 }, 'm2', 'po-1'),
      message({ n: 3 }, 'm3', 'po-1'),
      message({ n: 4 }, 'm4', 'po-2'),
    );
    expect(await fifo(event, context)).toEqual(failures('m2', 'm3'));
    expect(seen).toEqual([1, 2, 4]);
  });
});

describe('busQueueHandler', () => {
  const envelope = {
    specversion: '1.0',
    id: 'item/A/7',
    source: 'crossdock',
    type: 'crossdock.item-changed.v1',
    subject: 'A',
    time: '2026-11-23T08:00:00.000Z',
    datacontenttype: 'application/json',
    sequence: '7',
    correlationid: 'cor-of-the-event',
    data: { itemId: 'A', addedLater: true },
  };
  const fromBus = (detail: object, type = 'crossdock.item-changed.v1') => ({ 'detail-type': type, detail });

  it('[O1] gives data and envelope, under the correlation of the event', async () => {
    const heard: unknown[] = [];
    const handler = busQueueHandler(itemChanged, async (data, { envelope, correlationId }) => {
      heard.push([data, envelope.sequence, correlationId]);
      return ok(undefined);
    });
    expect(await handler(batch(message(fromBus(envelope), 'm1')), context)).toEqual(failures());
    expect(heard).toEqual([[{ itemId: 'A', addedLater: true }, '7', 'cor-of-the-event']]);
  });

  it('[O7] another kind of event, or data that is none, is a poison message', async () => {
    const handler = busQueueHandler(itemChanged, async () => ok(undefined));
    const other = message(fromBus(envelope, 'crossdock.location-changed.v1'), 'm1');
    const bare = message(fromBus({ ...envelope, data: {} }), 'm2');
    expect(await handler(batch(other, bare), context)).toEqual(failures('m1', 'm2'));
  });

  it('[E3] one queue takes several kinds of event, each with what is done on it', async () => {
    const heard: unknown[] = [];
    const handler = busEventsHandler({
      'item-changed': async ({ itemId }) => ok(heard.push(['item', itemId])),
      'location-changed': async ({ locationId }, { envelope }) =>
        ok(heard.push(['location', locationId, envelope.subject])),
    });
    const place = { ...envelope, subject: 'L', data: { locationId: 'L' } };
    const events = [
      message(fromBus(envelope), 'm1'),
      message(fromBus(place, 'crossdock.location-changed.v1'), 'm2'),
    ];
    expect(await handler(batch(...events), context)).toEqual(failures());
    expect(heard).toEqual([
      ['item', 'A'],
      ['location', 'L', 'L'],
    ]);
  });

  it('[O7] in such a queue a kind without an entry, an unknown one, and data that is none are poison', async () => {
    const handler = busEventsHandler({ 'item-changed': async () => ok(undefined) });
    const events = [
      message(fromBus(envelope, 'crossdock.location-changed.v1'), 'm1'),
      message(fromBus(envelope, 'crossdock.nothing-we-know.v1'), 'm2'),
      message(fromBus({ ...envelope, data: {} }), 'm3'),
      message(fromBus(envelope), 'm4'),
    ];
    expect(await handler(batch(...events), context)).toEqual(failures('m1', 'm2', 'm3'));
  });
});

describe('scheduleHandler', () => {
  it('answers and logs what the sweep did', async () => {
    const handler = scheduleHandler(async () => ok({ woken: 3 }));
    expect(await handler({}, context)).toEqual({ woken: 3 });
    expect(lines()).toContain('"woken":3');
  });
});

describe('environmentVariable', () => {
  it('says which variable is missing and where it comes from', () => {
    vi.stubEnv('EVENT_BUS_NAME', '');
    expect(() => environmentVariable('EVENT_BUS_NAME')).toThrow(
      'EVENT_BUS_NAME is not set: give it to this function in its stack.',
    );
    vi.stubEnv('EVENT_BUS_NAME', 'bus');
    expect(environmentVariable('EVENT_BUS_NAME')).toBe('bus');
    vi.unstubAllEnvs();
  });
});
