import { afterEach, describe, expect, it } from 'vitest';
import { dynamoRecords } from '#adapters/dynamodb/records.ts';
import type { Commit } from '#core/kernel/records.ts';
import { itemChange } from '#test/contract/sample-records.ts';
import {
  type Answer,
  cancelled,
  type DynamoServer,
  dynamoServer,
  type Request,
  refusedAs,
} from './dynamo-server.ts';

let server: DynamoServer;
afterEach(() => server.close());

const serve = async (answer: (request: Request, count: number) => Answer) => {
  server = await dynamoServer(answer);
  return dynamoRecords({ client: server.client, table: 'records', auditTable: 'audit' });
};
const commit: Commit = { changes: [itemChange('A')], correlationId: 'cor-12345678' };
const done: Answer = { body: {} };

describe('records that are busy', () => {
  it('[O7] a transaction that met another one is sent again, under the same token', async () => {
    const records = await serve((_, count) => (count < 3 ? cancelled('TransactionConflict', 'None') : done));
    expect(await records.commit(commit)).toEqual({ ok: true, value: undefined });
    const tokens = server.requests.map(({ body }) => body.ClientRequestToken);
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
  });

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])(
    '[O7] a store that stays too busy (%s) is a retryable problem, after a few attempts',
    async (code) => {
      const records = await serve(() => cancelled('None', code));
      expect(await records.commit(commit)).toMatchObject({ problem: { code: 'temporarily-unavailable' } });
      expect(server.requests).toHaveLength(5);
    },
  );

  it('[O7] a stale expectation is told at once, also beside a conflict', async () => {
    const records = await serve(() => cancelled('ConditionalCheckFailed', 'TransactionConflict'));
    expect(await records.commit(commit)).toMatchObject({ problem: { code: 'record-changed' } });
    expect(server.requests).toHaveLength(1);
  });

  it('[A5] an audit entry is put only where there is none, so that no put overwrites one', async () => {
    const records = await serve(() => done);
    const actor = { kind: 'consumer', id: 'client-1' } as const;
    const target = { type: 'item', id: 'A' } as const;
    await records.commit({ ...commit, audit: { actor, action: 'change-item', target } });
    const [{ body } = { body: {} }] = server.requests;
    const puts = (body as { TransactItems: { Put: { TableName: string; ConditionExpression?: string } }[] })
      .TransactItems;
    const entries = puts.filter(({ Put }) => Put.TableName === 'audit');
    expect(entries.map(({ Put }) => Put.ConditionExpression)).toEqual(['attribute_not_exists(pk)']);
  });

  it('a transaction that DynamoDB finds wrong is a bug, not a problem', async () => {
    const records = await serve(() => cancelled('ValidationError', 'None'));
    await expect(records.commit(commit)).rejects.toThrow('Transaction cancelled');
    await server.close();
    const forbidden = await serve(() => refusedAs('AccessDeniedException'));
    await expect(forbidden.commit(commit)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('[O7] keys that DynamoDB left out of a batch are asked for again, until all are there', async () => {
    const records = await serve(({ body }) => batchOfOne(body));
    const found = await records.getMany('item', ['A', 'B', 'C']);
    expect(found.map(({ id }) => id).sort()).toEqual(['A', 'B', 'C']);
    expect(server.requests).toHaveLength(3);
  });

  it('[O7] keys that stay left out are a retryable problem, never an incomplete answer', async () => {
    const records = await serve(({ body }) => ({
      body: { Responses: {}, UnprocessedKeys: body.RequestItems },
    }));
    await expect(records.getMany('item', ['A'])).rejects.toMatchObject({
      problem: { code: 'temporarily-unavailable' },
    });
  });

  it('[O7] a throttled read is a retryable problem', async () => {
    const records = await serve(() => refusedAs('ThrottlingException'));
    const unavailable = { name: 'ProblemError', problem: { code: 'temporarily-unavailable' } };
    await expect(records.get('item', 'A')).rejects.toMatchObject(unavailable);
    await expect(records.list('item', { list: 'items', limit: 5 })).rejects.toMatchObject(unavailable);
    await expect(records.history('item', 'A', 5)).rejects.toMatchObject(unavailable);
  });
});

/** Answers the first key of a batch and leaves the others unprocessed. */
function batchOfOne(body: Record<string, unknown>): Answer {
  const asked = body as { RequestItems: { records: { Keys: { pk: { S: string } }[] } } };
  const [first, ...others] = asked.RequestItems.records.Keys;
  const id = first?.pk.S.split('#')[1] ?? '';
  const item = { ...first, type: { S: 'item' }, id: { S: id }, version: { N: '1' } };
  const left = others.length > 0 ? { records: { Keys: others } } : {};
  return { body: { Responses: { records: [item] }, UnprocessedKeys: left } };
}
