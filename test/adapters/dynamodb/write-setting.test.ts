import { afterEach, expect, it } from 'vitest';
import { type SettingChange, writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { type DynamoServer, dynamoServer } from './dynamo-server.ts';

let server: DynamoServer;
afterEach(() => server.close());

const actor = { kind: 'person', id: 'ops-1' } as const;
const system: SettingChange<'system'>['value'] = {
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'https://erp.example',
  database: 'erp',
  callsPerSecond: 5,
  company: '1',
};

it.each(['', 'trytonn'])(
  '[X1] a system that would never be found under its id is not stored (%j)',
  async (id) => {
    server = await dynamoServer(() => ({ body: {} }));
    const tables = { client: server.client, table: 'settings', auditTable: 'audit', clock: systemClock };
    const refused = await writeSetting(tables, { kind: 'system', id, value: system, actor });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'validation-failed' } });
    expect(server.requests).toEqual([]);
    expect(await writeSetting(tables, { kind: 'system', id: 'tryton', value: system, actor })).toMatchObject({
      ok: true,
    });
  },
);
