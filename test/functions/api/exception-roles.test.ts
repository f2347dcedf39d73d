import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#api/roles.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { aDraft, openException } from '#test/builders/an-exception.ts';
import { exceptionHandlers } from '#test/builders/exception-handlers.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const clock = { now: () => '2026-11-23T08:00:00.000Z' };
const bodies = {
  'claim-exception': {},
  'assign-exception': { to: 'kim@example.com' },
  'comment-exception': { text: 'Called them.' },
  'resolve-exception': { reason: 'They said so.' },
  'reopen-exception': { reason: 'They did not.' },
} as const;
type Work = keyof typeof bodies;

let records: ReturnType<typeof memoryRecords>;
let handlers: ReturnType<typeof exceptionHandlers>;
let requests = 0;

beforeEach(() => {
  records = memoryRecords({ clock });
  const writing = { settings: settingsWithConsumer(), answers: new MemoryAnswers() };
  handlers = exceptionHandlers({ records, clock }, writing);
});

async function ask(work: Work, exceptionId: string, ...roles: readonly Role[]) {
  const found = await records.get('exception', exceptionId);
  const action = found?.body.actions.find((offered) => offered !== 'counter');
  requests += 1;
  return call(handlers[work], {
    ...aPerson(...roles),
    method: 'POST',
    params: { exceptionId },
    headers: { 'Idempotency-Key': `request-${requests}`, 'If-Match': `"${found?.version}"` },
    body: { ...bodies[work], ...(work === 'resolve-exception' && { action }) },
  });
}

const ofBuyers = () => openException({ records, clock });
const ofStewards = () =>
  openException({ records, clock }, aDraft({ kind: 'unknown-code', cause: ['acme', 'item', 'X'] }));

describe('exceptions and the roles of people', () => {
  it('[A4] a buyer does everything with what buyers decide', async () => {
    const id = await ofBuyers();
    for (const work of Object.keys(bodies) as Work[]) {
      expect((await ask(work, id, 'buyer')).statusCode).toBe(200);
    }
    expect((await records.get('exception', id))?.body).toMatchObject({ state: 'open', reopened: 1 });
  });

  it('[A4] a buyer does nothing with what stewards decide, and is told whose it is', async () => {
    const id = await ofStewards();
    for (const work of Object.keys(bodies) as Work[]) {
      const details = expectProblem(await ask(work, id, 'buyer'), 403, 'forbidden');
      expect(details.detail).toBe('This exception is for steward to decide; your role is buyer.');
    }
    expect((await records.get('exception', id))?.version).toBe(1);
    expect(records.audit()).toEqual([]);
  });

  it('[A4] ops claims, assigns and comments everything, and decides what is its own alone', async () => {
    const id = await ofBuyers();
    for (const work of ['claim-exception', 'assign-exception', 'comment-exception'] as const) {
      expect((await ask(work, id, 'ops')).statusCode).toBe(200);
    }
    expectProblem(await ask('resolve-exception', id, 'ops'), 403, 'forbidden');
    expect((await ask('resolve-exception', id, 'buyer')).statusCode).toBe(200);
    expectProblem(await ask('reopen-exception', id, 'ops'), 403, 'forbidden');
    const own = await openException({ records, clock }, aDraft({ kind: 'posting-refused' }));
    expect((await ask('resolve-exception', own, 'ops')).statusCode).toBe(200);
  });

  it('[A4] who has two roles does what either may', async () => {
    for (const id of [await ofBuyers(), await ofStewards()]) {
      expect((await ask('resolve-exception', id, 'buyer', 'steward')).statusCode).toBe(200);
    }
  });

  it('[A4] an auditor changes nothing', async () => {
    const id = await ofBuyers();
    for (const work of Object.keys(bodies) as Work[]) {
      expectProblem(await ask(work, id, 'auditor'), 403, 'forbidden');
    }
  });

  it('[O4] what is assigned is claimed by the one it is given to, and says by whom', async () => {
    const id = await ofBuyers();
    await ask('assign-exception', id, 'buyer');
    expect((await records.get('exception', id))?.body).toMatchObject({
      state: 'claimed',
      claimedBy: 'kim@example.com',
      comments: [{ by: 'jo@example.com', text: 'Assigned to kim@example.com.' }],
    });
    const events = records.published().map(({ type, data }) => [type, data]);
    expect(events.at(-1)).toEqual([
      'crossdock.exception-changed.v1',
      expect.objectContaining({ exceptionId: id, what: 'assigned' }),
    ]);
    expect(records.audit().map(({ action, actor, reason }) => [action, actor.id, reason])).toEqual([
      ['assign-exception', 'jo@example.com', 'to kim@example.com'],
    ]);
    await ask('resolve-exception', id, 'buyer');
    expectProblem(await ask('assign-exception', id, 'buyer'), 409, 'state-not-allowed');
  });
});
