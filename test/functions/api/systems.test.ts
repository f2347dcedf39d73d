import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiContext } from '#api/operation.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { SettingAudit, SettingsWriter } from '#core/kernel/settings.ts';
import { operation as pauseSystem } from '#functions/api/pause-system.ts';
import { newPosting, park } from '#platform/posting/rules/transitions.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { systemHandlers } from '#test/builders/system-handlers.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const tryton = {
  id: 'tryton',
  kind: 'tryton',
  endpoint: 'http://erp.example/',
  database: 'erp',
  company: '1',
  callsPerSecond: 20,
} as const;
const correlationId = 'cor-00000001';

function room() {
  const clock = fixedClock();
  const records = memoryRecords({ clock });
  const postings = memoryPostings();
  const settings = settingsWithConsumer()
    .put('system', tryton, 'tryton')
    .put('routing', {
      rules: [
        { company: 'north', system: 'tryton' },
        { company: 'south', system: 'tryton' },
        { company: 'east', system: 'planned-erp' },
      ],
    });
  const audits: SettingAudit[] = [];
  const audited: SettingsWriter = {
    ...settings,
    write: (kind, value, expect, audit) => {
      audits.push(audit);
      return settings.write(kind, value, expect, audit);
    },
  };
  const ports = { records, postings, loads: postings.loads, settings: audited, clock };
  return {
    ...ports,
    ports,
    audits,
    handlers: systemHandlers(ports, { settings, answers: new MemoryAnswers() }),
  };
}
let on: ReturnType<typeof room>;
let requests = 0;
beforeEach(() => {
  on = room();
});

const read = async (id: 'list-systems' | 'get-system', systemId = 'tryton') => {
  const params = id === 'get-system' ? { params: { systemId } } : {};
  return call(on.handlers[id], { ...aPerson('auditor'), ...params });
};
const change = (
  id: 'pause-system' | 'resume-system',
  version: number,
  body: object,
  roles = aPerson('ops'),
) => {
  requests += 1;
  return call(on.handlers[id], {
    ...roles,
    ...{ method: 'POST', params: { systemId: 'tryton' }, body },
    headers: { 'Idempotency-Key': `request-${requests}`, 'If-Match': `"${version}"` },
  });
};

describe('systems through the API', () => {
  it('[X3] are those that orders are routed to, each once, with breaker and freshness', async () => {
    const load = await on.postings.loads.get('tryton');
    const because = { code: 'system-unavailable', detail: 'It does not answer.' } as const;
    const since = Date.parse(on.clock.now());
    await on.postings.loads.save({ ...load, open: { since, until: since + 30_000, times: 1, because } });
    const body = {
      ...({ id: 'tryton:master-data', system: 'tryton', what: 'master-data' } as const),
      ...{ changed: 0, everySeconds: 900, triedAt: on.clock.now() },
    };
    const change = { type: 'source-status', id: body.id, expect: 'absent', body } as const;
    unwrap(await on.records.commit({ changes: [change], correlationId }));
    const answer = await read('list-systems');
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      entries: [
        {
          ...{ ...tryton, version: 1, sources: [body] },
          breaker: {
            state: 'open',
            since: on.clock.now(),
            until: new Date(since + 30_000).toISOString(),
            because: 'It does not answer.',
          },
        },
      ],
    });
  });

  it('[X3] one shows what waits for it, the soonest first, and no posting of another', async () => {
    const effect = (system: string, documentId: string) =>
      ({ system, operation: 'create-purchase-order', documentId, revision: 1 }) as const;
    const wish = { correlationId, sequence: 1, at: on.clock.now() };
    const until = '2026-11-23T12:00:00.000Z';
    const because = { code: 'system-unavailable', detail: 'It does not answer.' } as const;
    await on.postings.create(park(newPosting(effect('tryton', 'po-2'), wish), until, because));
    await on.postings.create(newPosting(effect('tryton', 'po-1'), wish));
    await on.postings.create(newPosting(effect('odoo', 'po-3'), wish));
    const answer = await read('get-system');
    expect(answer.headers?.ETag).toBe('"1"');
    const { postings, breaker } = JSON.parse(answer.body);
    expect(breaker).toEqual({ state: 'closed' });
    expect(postings).toMatchObject([
      { documentId: 'po-1', laneId: 'po-1', state: 'pending', attempts: 0 },
      { documentId: 'po-2', state: 'parked', dueAt: until, because: 'It does not answer.' },
    ]);
    expectProblem(await read('get-system', 'odoo'), 404, 'not-found');
  });

  it('[X3] [G3] ops pauses one with a reason and resumes it; both are in the audit', async () => {
    const until = '2026-11-24T06:00:00.000Z';
    const paused = await change('pause-system', 1, { reason: 'It gets a patch.', until });
    expect(paused).toMatchObject({ statusCode: 200, headers: { ETag: '"2"' } });
    const maintenance = {
      ...{ since: on.clock.now(), until, by: 'jo@example.com', reason: 'It gets a patch.' },
    };
    expect(JSON.parse(paused.body)).toMatchObject({ version: 2, maintenance });
    expectProblem(await change('pause-system', 1, { reason: 'Again.' }), 412, 'version-stale');
    expectProblem(await change('pause-system', 2, { reason: 'Again.' }), 409, 'state-not-allowed');
    const resumed = await change('resume-system', 2, { reason: 'The patch is in.' });
    expect(resumed).toMatchObject({ statusCode: 200, headers: { ETag: '"3"' } });
    expect(JSON.parse(resumed.body).maintenance).toBeUndefined();
    const actor = { kind: 'person', id: 'jo@example.com' };
    expect(on.audits).toEqual([
      { actor, action: 'pause-system', reason: 'It gets a patch.', from: '192.0.2.7' },
      { actor, action: 'resume-system', reason: 'The patch is in.', from: '192.0.2.7' },
    ]);
  });

  it('[X3] a maintenance whose time is over is not shown, and another may begin', async () => {
    const until = new Date(Date.parse(on.clock.now()) + 60_000).toISOString();
    await change('pause-system', 1, { reason: 'A short one.', until });
    on.clock.advance(60_000);
    expect(JSON.parse((await read('get-system')).body).maintenance).toBeUndefined();
    expectProblem(await change('resume-system', 2, { reason: 'No need.' }), 409, 'state-not-allowed');
    expect((await change('pause-system', 2, { reason: 'Another.' })).statusCode).toBe(200);
  });

  it('[A4] nobody but ops switches one, and never without a reason', async () => {
    const buyer = await change('pause-system', 1, { reason: 'I want it.' }, aPerson('buyer', 'planner'));
    expect(expectProblem(buyer, 403, 'forbidden').detail).toContain('needs the role ops');
    expectProblem(await change('pause-system', 1, { reason: '  ' }), 400, 'validation-failed');
    expect((await on.settings.get('system', 'tryton'))?.version).toBe(1);
  });

  it('[O7] a request that broke off after it paused finds its own pause, never that of another', async () => {
    const pause = pauseSystem(on.ports);
    const context: ApiContext = {
      ...{ actor: { kind: 'person', id: 'jo@example.com' }, correlationId, requestId: 'rq-1' },
      ...{ resumed: false, expectedVersion: 1 },
    };
    const input = { params: { systemId: 'tryton' }, query: {}, body: { reason: 'It is moved.' } };
    const first = unwrap(await pause.run(input, context));
    expect(unwrap(await pause.run(input, { ...context, resumed: true }))).toEqual(first);
    const other = { ...context, resumed: true, actor: { kind: 'person', id: 'kim' } } as const;
    expect(await pause.run(input, other)).toMatchObject({ ok: false, problem: { code: 'version-stale' } });
  });
});
